namespace OctaEInvoice.Engine.Profiles;

/// <summary>The file of profiles can't be read or written; the message names the file and the reason.</summary>
public sealed class ProfileFileException : Exception
{
    /// <summary>An exception without words.</summary>
    public ProfileFileException()
    {
    }

    /// <summary>An exception in words.</summary>
    /// <param name="message">What is wrong.</param>
    public ProfileFileException(string message)
        : base(message)
    {
    }

    /// <summary>An exception in words, with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ProfileFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
