namespace OctaEInvoice.Engine.Registration;

/// <summary>Whether a document found at the server is the one that was to be registered.</summary>
public enum AdoptionVerdict
{
    /// <summary>It is: seller, buyer, type, number, date, total and item count agree.</summary>
    Same,

    /// <summary>Another document has the number.</summary>
    Different,

    /// <summary>It is cancelled: its number can't be used again.</summary>
    Cancelled,

    /// <summary>The answer has no signed data to compare.</summary>
    Unknown,
}
