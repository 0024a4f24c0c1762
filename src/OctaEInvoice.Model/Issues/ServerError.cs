namespace OctaEInvoice;

/// <summary>One error as the server answered it: Octa's own (OCTA-nnn) or NIC's, passed through.</summary>
public sealed class ServerError
{
    /// <summary>The code as answered. An open set: NIC's codes come through unlisted (nic-rules 3.3).</summary>
    public string Code { get; set; } = "";

    /// <summary>The message as answered.</summary>
    public string Message { get; set; } = "";

    /// <inheritdoc/>
    public override string ToString() => Message.Length == 0 ? Code : Code + ": " + Message;
}
