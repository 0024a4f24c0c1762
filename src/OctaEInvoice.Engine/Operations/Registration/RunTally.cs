using System.Collections.Concurrent;
using System.Globalization;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>Counts what a run leaves open, for the error that ends it before its input does.</summary>
public sealed class RunTally
{
    private const int Named = 5;

    private readonly ConcurrentQueue<string> inDoubt = new();
    private int notSent;

    /// <summary>Counts an outcome; from any thread.</summary>
    /// <param name="outcome">What became of a document.</param>
    public void Add(RegistrationOutcome outcome)
    {
        if (outcome.Outcome == DocumentOutcome.Skipped)
            AddUnsent();
        else if (outcome.Outcome == DocumentOutcome.InDoubt)
            inDoubt.Enqueue($"{outcome.Result.DocumentType} {outcome.Result.DocumentNumber}");
    }

    /// <summary>Counts a document that was read and never tried.</summary>
    public void AddUnsent() => Interlocked.Increment(ref notSent);

    /// <summary>What is left open, in sentences.</summary>
    /// <param name="isInputRead">True when the whole input had been read.</param>
    /// <returns>For example: 1 document is in doubt (INV A/1). 11 documents were not sent. Empty when nothing is left open.</returns>
    public string Describe(bool isInputRead)
    {
        var sentences = new List<string>();
        if (!inDoubt.IsEmpty)
            sentences.Add($"{Documents(inDoubt.Count)} {(inDoubt.Count == 1 ? "is" : "are")} in doubt ({string.Join(", ", inDoubt.Take(Named))}{(inDoubt.Count > Named ? ", ..." : "")}).");
        if (notSent > 0)
            sentences.Add($"{Documents(notSent)} {(notSent == 1 ? "was" : "were")} not sent.");
        if (!isInputRead)
            sentences.Add("What was still to come in the input was not read.");
        return string.Join(" ", sentences);
    }

    private static string Documents(int count) => count == 1 ? "1 document" : count.ToString(CultureInfo.InvariantCulture) + " documents";
}
