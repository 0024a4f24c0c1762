namespace OctaEInvoice;

/// <summary>What went wrong with one document; found in the Exception of its error record.</summary>
public class OctaDocumentException : Exception
{
    // An array: $x[0] works in PowerShell on arrays and lists, not on the compiler's own collections.
    private string[] codes = [];

    /// <summary>An exception without words.</summary>
    public OctaDocumentException()
    {
    }

    /// <summary>An exception in words.</summary>
    /// <param name="message">What went wrong.</param>
    public OctaDocumentException(string message)
        : base(message)
    {
    }

    /// <summary>An exception in words, with its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public OctaDocumentException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Codes of Octa and NIC, of the refusal or of the issues.</summary>
    public IReadOnlyList<string> Codes { get => codes; set => codes = [.. value]; }

    /// <summary>The issues of the offline checks; empty for a refusal by the server.</summary>
    public IReadOnlyList<Issue> Issues { get; set; } = [];

    /// <summary>What became of the document; null when the call was about none.</summary>
    public DocumentOutcome? Outcome { get; set; }

    /// <summary>The result as far as there is one: key, outcome, error, IRN where known.</summary>
    public IrnResult? Result { get; set; }
}
