using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.LookUps;

namespace OctaEInvoice.Commands;

/// <summary>Fetches Octa's own record of documents (GET getdocirninfo); it answers also after the portal's two to three days are over.</summary>
[Cmdlet(VerbsCommon.Get, "OctaDocIrnInfo")]
[OutputType(typeof(IrnResult))]
public sealed class GetOctaDocIrnInfoCommand : SellerCommand
{
    private LookUp lookUp = null!;

    /// <summary>INV, CRN or DBN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateSet("INV", "CRN", "DBN", "")]
    [AllowEmptyString]
    [AllowNull]
    [Alias("Typ")]
    public string? DocumentType { get; set; }

    /// <summary>Document number.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [Alias("No")]
    public string? DocumentNumber { get; set; }

    /// <summary>Document date, a date or a text such as 31/12/2026 or 2026-12-31.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [IndiaDateTransformation(LeavesCountedDays = true)]
    [AllowEmptyString]
    [AllowNull]
    [Alias("Dt")]
    public object? DocumentDate { get; set; }

    /// <summary>Image of the QR code wanted, as PNG; the endpoint knows no other format.</summary>
    [Parameter]
    public SwitchParameter QrCode { get; set; }

    /// <summary>PDFs of e-invoice and e-way bill wanted.</summary>
    [Parameter]
    public SwitchParameter Pdf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        lookUp = new LookUp(Client, new ImageRequest { QrCodeFormat = QrCode ? "PNG" : null, Pdf = Pdf }, Run, ActiveConnection.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (GstinOrError(DocumentNumber) is not string gstin || DayOrError(DocumentDate, DocumentNumber, out IndiaDate? day))
            return;
        if (string.IsNullOrEmpty(DocumentType) || string.IsNullOrWhiteSpace(DocumentNumber) || day is not IndiaDate date)
        {
            string number = DocumentNumber ?? "";
            SubmitFailure(new ArgumentException($"The document '{number}' is not complete: type, number and date make it.")
                .ToRecord("OctaNoDocument", ErrorCategory.InvalidArgument, number, "Fill in DocumentType (INV, CRN or DBN), DocumentNumber and DocumentDate."));
            return;
        }
        var document = new DocumentReference(gstin, DocumentType!, DocumentNumber!, date);
        SubmitCall(
            token => lookUp.RecordAsync(document, token),
            answer => answer.ToErrorRecord($"{document.Type} {document.Number} of {document.Date}", document.Number));
    }
}
