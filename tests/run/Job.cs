namespace OctaEInvoice.TestRun;

/// <summary>One process of tests.</summary>
/// <param name="Suite">Its name in the output.</param>
/// <param name="ExpectedSeconds">About how long it takes on an idle machine; the longest are started first.</param>
/// <param name="RunAsync">Runs it.</param>
internal sealed record Job(string Suite, double ExpectedSeconds, Func<Task<JobResult>> RunAsync);

/// <summary>What a process of tests gave.</summary>
/// <param name="Results">Its tests, as far as it came.</param>
/// <param name="Trouble">Why it is no whole run, or the failures in words; null when all is well.</param>
internal sealed record JobResult(IReadOnlyList<TestResult> Results, string? Trouble)
{
    /// <summary>Both together.</summary>
    internal JobResult With(JobResult other) =>
        new([.. Results, .. other.Results], Trouble is null || other.Trouble is null ? Trouble ?? other.Trouble : $"{Trouble}\n\n{other.Trouble}");
}
