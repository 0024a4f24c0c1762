namespace OctaEInvoice.Sandbox.Http;

/// <summary>A request that can't be read. It is answered by the status, and the connection ends, since where the next request begins is unknown.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a status there is no answer to send.")]
internal sealed class MalformedRequestException(int status, string message) : Exception(message)
{
    internal int Status { get; } = status;
}
