using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations.LookUps;

namespace OctaEInvoice.Commands;

/// <summary>Makes the payment QR codes of B2C invoices (POST generatepaymentqrcode).</summary>
[Cmdlet(VerbsCommon.New, "OctaPaymentQr", SupportsShouldProcess = true)]
[OutputType(typeof(PaymentQrResult))]
public sealed class NewOctaPaymentQrCommand : DocumentCommand
{
    private DraftChecker checker = null!;
    private PaymentQrMaker maker = null!;

    /// <summary>Rows of Import-Csv, nested objects, hashtables, documents, JSON text or files of JSON; supply type B2C.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public PSObject InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        checker = DraftChecker.ForPaymentQr(ActiveConnection.Environment);
        maker = new PaymentQrMaker(Client, Images, Run, ActiveConnection.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (InvoiceDraft draft in Documents.Read(InputObject))
            Make(draft);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (InvoiceDraft draft in Documents.Complete())
            Make(draft);
        base.EndProcessing();
    }

    private void Make(InvoiceDraft draft)
    {
        if (checker.Check(draft) is not CheckedDraft document)
            SubmitFailure(draft.ToErrorRecord());
        else if (ShouldProcess($"{draft.Invoice}", "Make payment QR code (generatepaymentqrcode)"))
            SubmitCall(token => maker.MakeAsync(document, token), answer => answer.ToErrorRecord(draft.Invoice.ToString(), RowObjects.Of(draft)));
    }
}
