namespace OctaEInvoice.Sandbox.Http;

/// <summary>How an answer travels to the client. A handler that processed the request and one that didn't may both cut it.</summary>
internal sealed record HttpDelivery
{
    /// <summary>At once and complete.</summary>
    public static HttpDelivery Whole { get; } = new();

    /// <summary>The connection ends without a byte of answer.</summary>
    public static HttpDelivery NoResponse { get; } = new() { CutAfterBytes = 0 };

    /// <summary>The connection stays open and silent until the client gives up or the server stops.</summary>
    public static HttpDelivery Never { get; } = new() { CutAfterBytes = 0, Hang = true };

    /// <summary>How long the answer is held back before its first byte.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Bytes of the answer that are sent, counted from the status line's first; null for all. The connection ends after them, also when they are all.</summary>
    public int? CutAfterBytes { get; init; }

    /// <summary>After the bytes that are sent, the connection stays open and silent instead of ending.</summary>
    public bool Hang { get; init; }

    /// <summary>The connection ends by a TCP reset instead of an orderly close. What the client hasn't read yet may be lost.</summary>
    public bool Reset { get; init; }

    /// <summary>The first bytes of the answer, then the end of the connection.</summary>
    /// <param name="bytes">Bytes sent, counted from the status line's first.</param>
    /// <returns>The delivery.</returns>
    public static HttpDelivery CutAfter(int bytes) => new() { CutAfterBytes = bytes };

    /// <summary>Complete, but late.</summary>
    /// <param name="delay">How long the answer is held back.</param>
    /// <returns>The delivery.</returns>
    public static HttpDelivery Delayed(TimeSpan delay) => new() { Delay = delay };

    internal bool EndsConnection => CutAfterBytes is not null || Hang || Reset;
}
