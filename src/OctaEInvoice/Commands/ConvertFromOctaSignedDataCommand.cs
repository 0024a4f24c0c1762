using System.Management.Automation;
using System.Security.Cryptography;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Commands;

/// <summary>Decodes a SignedInvoice or the text of a signed QR code, and verifies the signature when a certificate or key is given.</summary>
[Cmdlet(VerbsData.ConvertFrom, "OctaSignedData", DefaultParameterSetName = UnverifiedSet)]
[OutputType(typeof(SignedDocument))]
public sealed class ConvertFromOctaSignedDataCommand : PSCmdlet
{
    private const string UnverifiedSet = "Unverified";

    private RSA? key;

    /// <summary>The signed text; of a piped result its SignedInvoice.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SignedInvoice")]
    [ValidateNotNullOrEmpty]
    public string SignedData { get; set; } = null!;

    /// <summary>The portal's certificate: an X509Certificate2, PEM text, or the path of a .cer, .crt or .pem file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Certificate")]
    [ValidateNotNull]
    public object Certificate { get; set; } = null!;

    /// <summary>The portal's public key: PEM text or the path of a .pem file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "PublicKey")]
    [ValidateNotNullOrEmpty]
    public string PublicKey { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName == UnverifiedSet)
            return;
        object given = ParameterSetName == "PublicKey" ? PublicKey : Certificate;
        try
        {
            key = PortalKeys.Read(this, given);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(fault.ToRecord("OctaPublicKey", ErrorCategory.InvalidArgument, null, "Give the portal's certificate or public key as PEM text or as the path of its file."));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (SignedDocuments.TryRead(SignedData, key, out SignedDocument? document, out string? reason))
            WriteObject(document);
        else
            WriteError(new InvalidDataException(reason).ToRecord("OctaSignedData", ErrorCategory.InvalidData, SignedData, "Give the SignedInvoice or SignedQrCode of a result, whole and unchanged."));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => key?.Dispose();
}
