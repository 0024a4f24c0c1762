using System.Collections;
using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>A command that sends documents: whose they are, how they are read, and which images come back.</summary>
public abstract class DocumentCommand : WindowedCommand
{
    /// <summary>GSTIN of the seller; documents of others are refused. It wins over the connection's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Gstin { get; set; }

    /// <summary>Names of your own columns: a hashtable, or the path of a .psd1 that holds one.</summary>
    [Parameter]
    [ColumnMapTransformation]
    public Hashtable? ColumnMap { get; set; }

    /// <summary>Promises that the rows of one document follow one another: documents then stream in constant memory.</summary>
    [Parameter]
    public SwitchParameter Grouped { get; set; }

    /// <summary>Image of the QR code wanted with each result.</summary>
    [Parameter]
    [ValidateSet("Png", "Jpeg", "Gif")]
    public string? QrCode { get; set; }

    /// <summary>Quality of the image.</summary>
    [Parameter]
    [ValidateSet("Standard", "High")]
    public string? QrCodeQuality { get; set; }

    /// <summary>PDFs wanted with each result.</summary>
    [Parameter]
    public SwitchParameter Pdf { get; set; }

    private protected DocumentInput Documents { get; private set; } = null!;

    private protected ImageRequest Images => new() { QrCodeFormat = QrCode, QrCodeQuality = QrCodeQuality, Pdf = Pdf };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Documents = new DocumentInput(this, Sellers.Of(ActiveConnection, Gstin), ColumnMap, Grouped, ActiveConnection.Sandbox, SubmitFailure, Settle);
    }
}
