using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Commands;

/// <summary>Saves what a result carries: PDFs, images of the QR code and the signed texts, under names made of the document.</summary>
[Cmdlet(VerbsData.Save, "OctaDocument", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveOctaDocumentCommand : PSCmdlet
{
    private string folder = "";

    /// <summary>Folder to save to; it is made when it is not there.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = null!;

    /// <summary>INV, CRN or DBN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DocumentType { get; set; }

    /// <summary>Document number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DocumentNumber { get; set; }

    /// <summary>Document date.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IndiaDateTransformation]
    public object? DocumentDate { get; set; }

    /// <summary>IRN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Irn { get; set; }

    /// <summary>Acknowledgement number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? AckNumber { get; set; }

    /// <summary>Moment of registration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? AckTime { get; set; }

    /// <summary>Number of the e-way bill, which names its PDF when the document is not known.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? EwbNumber { get; set; }

    /// <summary>The signed invoice.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SignedInvoice { get; set; }

    /// <summary>The signed text of the QR code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SignedQrCode { get; set; }

    /// <summary>The e-invoice's PDF.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public byte[]? InvoicePdf { get; set; }

    /// <summary>The e-way bill's PDF.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public byte[]? EwbPdf { get; set; }

    /// <summary>The QR code as PNG.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public byte[]? QrCodePng { get; set; }

    /// <summary>The QR code as JPEG.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public byte[]? QrCodeJpeg { get; set; }

    /// <summary>The QR code as GIF.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public byte[]? QrCodeGif { get; set; }

    /// <summary>Files that exist are overwritten.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the files that were saved.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => folder = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Destination);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string name = DocumentNumber is null && Irn is null && EwbNumber is not null
            ? FileNames.Safe("EWB_" + EwbNumber)
            : FileNames.OfDocument(DocumentType, DocumentNumber ?? Irn, DocumentDate as IndiaDate?);
        Save(name + ".pdf", InvoicePdf);
        Save(EwbNumber is null ? name + "_EWB.pdf" : FileNames.Safe($"{name}_EWB_{EwbNumber}") + ".pdf", EwbPdf);
        Save(name + ".png", QrCodePng);
        Save(name + ".jpg", QrCodeJpeg);
        Save(name + ".gif", QrCodeGif);
        if (SignedInvoice is not null || SignedQrCode is not null)
            Save(name + ".json", SignedJson.Write(Irn, AckNumber, AckTime?.ToString(), SignedInvoice, SignedQrCode));
    }

    private void Save(string name, byte[]? content)
    {
        if (content is null || content.Length == 0)
            return;
        string path = Path.Combine(folder, name);
        if (!ShouldProcess(path, "Save"))
            return;
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(path, Force ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None))
                file.Write(content, 0, content.Length);
            if (PassThru)
                WriteObject(new FileInfo(path));
        }
        catch (IOException fault) when (!Force && File.Exists(path))
        {
            WriteError(new IOException($"'{path}' exists already and was left as it is.", fault).ToRecord("OctaFileExists", ErrorCategory.ResourceExists, path, "Give -Force to overwrite it, or another -Destination."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            WriteError(fault.ToRecord("OctaFileNotWritten", ErrorCategory.WriteError, path, "Check that the folder may be written to and has room, then run the command again."));
        }
    }
}
