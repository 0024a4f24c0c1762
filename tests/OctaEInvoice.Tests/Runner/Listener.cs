using Xunit.Abstractions;

namespace OctaEInvoice.Tests.Runner;

/// <summary>Hears what xunit says until it says the last thing.</summary>
/// <typeparam name="TLast">The message that is the last.</typeparam>
/// <param name="hear">Gets each message, one at a time.</param>
internal sealed class Listener<TLast>(Action<IMessageSinkMessage> hear) : LongLivedMarshalByRefObject, IMessageSink, IDisposable
    where TLast : IMessageSinkMessage
{
    private readonly object gate = new();
    private readonly ManualResetEventSlim end = new();

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (gate)
            hear(message);
        if (message is TLast)
            end.Set();
        return true;
    }

    public void Dispose() => end.Dispose();

    internal void WaitForEnd() => end.Wait();
}
