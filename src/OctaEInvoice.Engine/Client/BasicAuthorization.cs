using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OctaEInvoice.Engine.Client;

/// <summary>The one place that makes the Authorization header (octa-api.txt, Authentication).</summary>
internal static class BasicAuthorization
{
    /// <summary>The header's value.</summary>
    /// <param name="credential">Key Id and Key Secret.</param>
    /// <returns>Basic and the Base64 of "id:secret" in UTF-8.</returns>
    public static AuthenticationHeaderValue Header(NetworkCredential credential) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credential.UserName + ":" + credential.Password)));
}
