namespace OctaEInvoice.TestRun;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal readonly record struct Counts(int Passed, int Failed, int Skipped)
{
    internal static Counts Of(IReadOnlyCollection<TestResult> results) => new(
        results.Count(result => result.Outcome == Outcome.Passed),
        results.Count(result => result.Outcome == Outcome.Failed),
        results.Count(result => result.Outcome == Outcome.Skipped));

    /// <summary>The closing line of a run.</summary>
    internal string Describe() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
