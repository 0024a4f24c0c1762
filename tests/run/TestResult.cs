namespace OctaEInvoice.TestRun;

/// <summary>What became of one test.</summary>
internal enum Outcome
{
    Passed,
    Skipped,
    Failed,
}

/// <summary>One test as one suite ran it.</summary>
/// <param name="Suite">Where it ran: net10.0, net8.0, net472, or the name of a Pester file.</param>
/// <param name="Test">Its full name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was skipped; null where nobody said so.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record TestResult(string Suite, string Test, Outcome Outcome, string? Reason, double Seconds);
