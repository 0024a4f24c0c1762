using System.Management.Automation;
using System.Net;
using OctaEInvoice.Sandbox;

namespace OctaEInvoice;

/// <summary>A sandbox that runs in this process: an Octa server on loopback for trying and testing without an account.</summary>
public sealed class OctaSandbox
{
    internal OctaSandbox(SandboxServer server, string? statePath)
    {
        Server = server;
        StatePath = statePath;
        Credential = new PSCredential(server.KeyId, new NetworkCredential("", server.KeySecret).SecurePassword);
    }

    /// <summary>Address of the sandbox.</summary>
    public Uri BaseUri => Server.BaseUri;

    /// <summary>TCP port.</summary>
    public int Port => Server.BaseUri.Port;

    /// <summary>Key Id and Key Secret that it accepts.</summary>
    public PSCredential Credential { get; }

    /// <summary>The file that keeps its documents; null when they go with it.</summary>
    public string? StatePath { get; }

    /// <summary>Documents that it has registered, cancelled ones too.</summary>
    public int RegisteredDocuments => Server.RegisteredDocuments;

    /// <summary>Requests that it has answered, by the endpoint's name, such as generateirn.</summary>
    public IReadOnlyDictionary<string, long> Requests => Server.Requests;

    /// <summary>Public key of its signatures as PEM, for ConvertFrom-OctaSignedData -PublicKey.</summary>
    public string PublicKeyPem => Server.PublicKeyPem;

    /// <summary>Certificate of its signatures as PEM, for ConvertFrom-OctaSignedData -Certificate.</summary>
    public string CertificatePem => Server.CertificatePem;

    internal SandboxServer Server { get; }

    /// <inheritdoc/>
    public override string ToString() => BaseUri.ToString();
}
