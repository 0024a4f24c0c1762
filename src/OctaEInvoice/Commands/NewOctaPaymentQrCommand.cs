using System.Collections;
using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Payment;

namespace OctaEInvoice.Commands;

/// <summary>Makes the payment QR codes of B2C invoices (POST generatepaymentqrcode).</summary>
[Cmdlet(VerbsCommon.New, "OctaPaymentQr", SupportsShouldProcess = true)]
[OutputType(typeof(PaymentQrResult))]
public sealed class NewOctaPaymentQrCommand : WindowedCommand
{
    private PipelineDocuments documents = null!;
    private DraftChecking checking = null!;
    private PaymentQrMaker maker = null!;

    /// <summary>Rows of Import-Csv, nested objects, hashtables, documents, JSON text or files of JSON; supply type B2C.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>GSTIN of the seller; documents of others are refused. It wins over the connection's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Gstin { get; set; }

    /// <summary>Names of your own columns: a hashtable, or the path of a .psd1 that holds one.</summary>
    [Parameter]
    [ColumnMapTransformation]
    public Hashtable? ColumnMap { get; set; }

    /// <summary>Promises that the rows of one document follow one another.</summary>
    [Parameter]
    public SwitchParameter Grouped { get; set; }

    /// <summary>Image of the QR code wanted.</summary>
    [Parameter]
    [ValidateSet("Png", "Jpeg", "Gif")]
    public string? QrCode { get; set; }

    /// <summary>Quality of the image.</summary>
    [Parameter]
    [ValidateSet("Standard", "High")]
    public string? QrCodeQuality { get; set; }

    /// <summary>PDF wanted.</summary>
    [Parameter]
    public SwitchParameter Pdf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        documents = new PipelineDocuments(this, Sellers.Of(Opened, Gstin), ColumnMap, Grouped, error => SubmitWritten(() => WriteFailure(error)), Settle);
        checking = DraftChecking.ForPaymentQr(Opened.Environment);
        var images = new ImageRequest { QrCodeFormat = QrCode, QrCodeQuality = QrCodeQuality, Pdf = Pdf };
        maker = new PaymentQrMaker(Client, images, Run, Opened.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (InvoiceDraft draft in documents.Of(InputObject))
            Make(draft);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (InvoiceDraft draft in documents.Complete())
            Make(draft);
        Settle();
    }

    private void Make(InvoiceDraft draft)
    {
        if (!checking.Check(draft))
            SubmitWritten(() => WriteFailure(draft.ToErrorRecord()));
        else if (ShouldProcess($"{draft.Invoice}", "Make payment QR code (generatepaymentqrcode)"))
            SubmitCall(token => maker.MakeAsync(draft.Invoice, token), answer => answer.ToErrorRecord(draft.Invoice.ToString(), RowObjects.Of(draft)));
    }
}
