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

    internal SandboxServer Server { get; }

    /// <inheritdoc/>
    public override string ToString() => BaseUri.ToString();
}
