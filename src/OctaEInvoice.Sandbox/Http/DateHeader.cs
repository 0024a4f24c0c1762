namespace OctaEInvoice.Sandbox.Http;

/// <summary>The Date header of one server's answers by its clock.</summary>
internal sealed class DateHeader(TimeProvider clock)
{
    private DateLine line = new(default);

    /// <summary>The header line with its line break.</summary>
    internal byte[] Current
    {
        get
        {
            DateTime now = clock.GetUtcNow().UtcDateTime;
            DateLine current = Volatile.Read(ref line);
            if (current.Second == now.Ticks / TimeSpan.TicksPerSecond)
                return current.Bytes;
            current = new DateLine(now);
            Volatile.Write(ref line, current);
            return current.Bytes;
        }
    }
}
