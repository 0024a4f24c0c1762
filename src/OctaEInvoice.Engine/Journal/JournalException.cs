namespace OctaEInvoice.Engine.Journal;

/// <summary>The journal can't be used: another run has it, it belongs to another server, or the disk takes no more.</summary>
public sealed class JournalException : IOException
{
    /// <summary>An exception without words.</summary>
    public JournalException()
    {
    }

    /// <summary>An exception in words.</summary>
    /// <param name="message">What is wrong.</param>
    public JournalException(string message)
        : base(message)
    {
    }

    /// <summary>An exception in words, with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public JournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
