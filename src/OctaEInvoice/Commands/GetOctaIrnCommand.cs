using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.LookUps;

namespace OctaEInvoice.Commands;

/// <summary>Fetches registered documents by IRN (GET getirn) or by type, number and date (GET getirnbydoc).</summary>
[Cmdlet(VerbsCommon.Get, "OctaIrn", DefaultParameterSetName = IrnSet)]
[OutputType(typeof(IrnResult))]
public sealed class GetOctaIrnCommand : SellerCommand
{
    private const string IrnSet = "Irn";
    private const string DocumentSet = "Document";

    private LookUp lookUp = null!;

    // Not mandatory: type, number and date fit both sets, and the default set would then ask for an IRN beside them.
    /// <summary>IRN, 64 hexadecimal digits.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = IrnSet)]
    [AllowEmptyString]
    [AllowNull]
    public string? Irn { get; set; }

    /// <summary>INV, CRN or DBN.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DocumentSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = IrnSet)]
    [ValidateSet("INV", "CRN", "DBN", "")]
    [AllowEmptyString]
    [AllowNull]
    [Alias("Typ")]
    public string? DocumentType { get; set; }

    /// <summary>Document number.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DocumentSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = IrnSet)]
    [AllowEmptyString]
    [AllowNull]
    [Alias("No")]
    public string? DocumentNumber { get; set; }

    /// <summary>Document date, a date or a text such as 31/12/2026 or 2026-12-31.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DocumentSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = IrnSet)]
    [IndiaDateTransformation(LeavesCountedDays = true)]
    [AllowEmptyString]
    [AllowNull]
    [Alias("Dt")]
    public object? DocumentDate { get; set; }

    /// <summary>Image of the QR code wanted.</summary>
    [Parameter]
    [ValidateSet("Png", "Jpeg", "Gif")]
    public string? QrCode { get; set; }

    /// <summary>Quality of the image.</summary>
    [Parameter]
    [ValidateSet("Standard", "High")]
    public string? QrCodeQuality { get; set; }

    /// <summary>PDFs of e-invoice and e-way bill wanted.</summary>
    [Parameter]
    public SwitchParameter Pdf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var images = new ImageRequest { QrCodeFormat = QrCode, QrCodeQuality = QrCodeQuality, Pdf = Pdf };
        lookUp = new LookUp(Client, images, Run, ActiveConnection.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool isByIrn = !string.IsNullOrWhiteSpace(Irn);
        string? irn = isByIrn ? IrnOrError(Irn) : null;
        if ((isByIrn && irn is null) || GstinOrError(irn) is not string gstin)
            return;
        IndiaDate? day = null;
        if (irn is null && DayOrError(DocumentDate, DocumentNumber, out day))
            return;
        if (irn is not null)
            SubmitCall(token => lookUp.ByIrnAsync(gstin, irn, token), answer => answer.ToErrorRecord($"IRN {irn}", irn));
        else if (!string.IsNullOrEmpty(DocumentType) && !string.IsNullOrWhiteSpace(DocumentNumber) && day is IndiaDate date)
            SubmitDocument(new DocumentReference(gstin, DocumentType!, DocumentNumber!, date));
        else
            WriteError(new ArgumentException("There is neither an IRN nor a complete document (type, number, date).")
                .ToRecord("OctaNoIrn", ErrorCategory.InvalidArgument, DocumentNumber, "Give -Irn, or -DocumentType, -DocumentNumber and -DocumentDate."));
    }

    private void SubmitDocument(DocumentReference document) => SubmitCall(
        token => lookUp.ByDocumentAsync(document, token),
        answer => answer.ToErrorRecord($"{document.Type} {document.Number} of {document.Date}", document.Number));
}
