using OctaEInvoice.Sandbox.Answers;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Sandbox.Endpoints;

/// <summary>One endpoint of octa-api.txt.</summary>
internal interface IEndpoint
{
    /// <summary>GET or POST.</summary>
    string Method { get; }

    /// <summary>Last part of its path, such as generateirn.</summary>
    string Name { get; }

    /// <summary>Answers a request; called on many threads at a time.</summary>
    SandboxAnswer Answer(HttpRequest request);
}
