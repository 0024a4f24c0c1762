namespace OctaEInvoice.Commands.Connections;

/// <summary>The sandboxes that run in this process.</summary>
internal static class Sandboxes
{
    private static readonly object Gate = new();
    private static readonly List<OctaSandbox> Running = [];

    internal static IReadOnlyList<OctaSandbox> All
    {
        get
        {
            lock (Gate)
                return [.. Running];
        }
    }

    internal static void Add(OctaSandbox sandbox)
    {
        lock (Gate)
            Running.Add(sandbox);
    }

    internal static bool Stop(OctaSandbox sandbox)
    {
        lock (Gate)
        {
            if (!Running.Remove(sandbox))
                return false;
        }
        sandbox.Server.Dispose();
        return true;
    }
}
