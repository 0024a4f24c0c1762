using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Commands.Input;

/// <summary>Reads the portal's key in whichever form a user has it.</summary>
internal static class PortalKeys
{
    /// <exception cref="InvalidDataException">It is neither a certificate nor a public key.</exception>
    internal static RSA Read(PSCmdlet command, object given)
    {
        object value = given is PSObject wrapped ? wrapped.BaseObject : given;
        if (value is X509Certificate2 certificate)
            return certificate.GetRSAPublicKey() ?? throw new InvalidDataException("The certificate has no RSA key.");
        if (value is byte[] bytes)
            return PublicKeys.FromCertificate(bytes);
        string text = value.ToString() ?? "";
        if (text.IndexOf("-----BEGIN", StringComparison.Ordinal) >= 0)
            return PublicKeys.FromPem(text);
        byte[] file = File.ReadAllBytes(command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(text));
        string content = System.Text.Encoding.ASCII.GetString(file);
        return content.IndexOf("-----BEGIN", StringComparison.Ordinal) >= 0 ? PublicKeys.FromPem(content) : PublicKeys.FromCertificate(file);
    }
}
