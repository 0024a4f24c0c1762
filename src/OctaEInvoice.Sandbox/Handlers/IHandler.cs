using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>One endpoint of octa-api.txt.</summary>
internal interface IHandler
{
    /// <summary>GET or POST.</summary>
    string Method { get; }

    /// <summary>Last part of its path, such as generateirn.</summary>
    string Name { get; }

    /// <summary>Answers a request; called on many threads at a time.</summary>
    SandboxAnswer Answer(HttpRequest request);
}
