using System.Management.Automation;
using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Commands;

/// <summary>Draws a QR code in the terminal, to be read by a phone.</summary>
[Cmdlet(VerbsCommon.Show, "OctaQrCode")]
[OutputType(typeof(string))]
public sealed class ShowOctaQrCodeCommand : PSCmdlet
{
    /// <summary>Text of the QR code; of a piped result its SignedQrCode or PaymentQrCode.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SignedQrCode", "PaymentQrCode")]
    [ValidateNotNullOrEmpty]
    public string Text { get; set; } = null!;

    /// <summary>Draws by block characters alone, without colours: for files and for terminals without them. Dark modules are left blank, as fits a dark background.</summary>
    [Parameter]
    public SwitchParameter NoColor { get; set; }

    /// <summary>With -NoColor: dark modules are drawn, as fits a light background.</summary>
    [Parameter]
    public SwitchParameter Invert { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string line in QrTerminal.Draw(Text, !NoColor, Invert))
            WriteObject(line);
    }
}
