namespace OctaEInvoice.TestRun;

/// <summary>Says at the end of a run what it was worth.</summary>
internal static class Summary
{
    /// <summary>Prints skips, failures, counts by suite and the closing line.</summary>
    /// <returns>True when nothing failed.</returns>
    internal static bool Print(JobResult run, AllowedSkips allowed, bool isStrict)
    {
        List<TestResult> results = [.. run.Results.Select(result => isStrict && result.Outcome == Outcome.Skipped && allowed.ReasonFor(result) is null ? result with { Outcome = Outcome.Failed } : result)];
        PrintSkips(run.Results, allowed, isStrict);
        if (run.Trouble is not null)
            Console.WriteLine($"\n{run.Trouble}");
        PrintFailures(results);
        PrintSuites(results);
        Counts counts = Counts.Of(EachOnce(results));
        Console.WriteLine();
        Console.WriteLine(counts.Describe());
        return run.Trouble is null && counts is { Failed: 0, Passed: > 0 };
    }

    // A C# test runs on each framework: it counts once, as failed where it fails on any.
    private static List<TestResult> EachOnce(IEnumerable<TestResult> results) =>
        [.. results.GroupBy(result => (IsPester(result) ? result.Suite : "", result.Test)).SelectMany(WorstOfEachRun)];

    // Cases of one test may have one name; they are told apart by their order within a suite.
    private static IEnumerable<TestResult> WorstOfEachRun(IEnumerable<TestResult> same) => same
        .GroupBy(result => result.Suite)
        .SelectMany(suite => suite.Select((result, index) => (result, index)))
        .GroupBy(pair => pair.index, pair => pair.result)
        .Select(runs => runs.FirstOrDefault(run => run.Outcome == Outcome.Failed) ?? runs.FirstOrDefault(run => run.Outcome == Outcome.Passed) ?? runs.First());

    private static bool IsPester(TestResult result) => result.Suite.EndsWith(".ps1", StringComparison.Ordinal);

    private static void PrintSkips(IReadOnlyList<TestResult> results, AllowedSkips allowed, bool isStrict)
    {
        List<IGrouping<string, TestResult>> reasons = [.. results.Where(result => result.Outcome == Outcome.Skipped).GroupBy(result => allowed.ReasonFor(result) ?? "")];
        if (reasons.Count == 0)
            return;
        Console.WriteLine();
        Console.WriteLine("Skipped:");
        foreach (IGrouping<string, TestResult> skipped in reasons.OrderBy(group => group.Key, StringComparer.Ordinal))
            if (skipped.Key.Length > 0)
                Console.WriteLine($"  {skipped.Count()} in {string.Join(", ", skipped.Select(result => result.Suite).Distinct())}: {skipped.Key}");
            else
                foreach (TestResult result in skipped)
                    Console.WriteLine($"  {result.Suite}: {result.Test}: {result.Reason ?? "no reason given"}{(isStrict ? " (not in allowed-skips.txt: a failure)" : "")}");
    }

    private static void PrintFailures(List<TestResult> results)
    {
        foreach (TestResult result in results.Where(result => result.Outcome == Outcome.Failed))
            Console.WriteLine($"FAILED {result.Suite}: {result.Test}");
    }

    private static void PrintSuites(List<TestResult> results)
    {
        Console.WriteLine();
        foreach (IGrouping<string, TestResult> suite in results.Where(result => !IsPester(result)).GroupBy(result => result.Suite))
            Console.WriteLine($"C# tests on {suite.Key}: {Counts.Of([.. suite]).Describe()}");
        List<TestResult> pester = [.. results.Where(IsPester)];
        if (pester.Count > 0)
            Console.WriteLine($"Pester tests in {pester.Select(result => result.Suite).Distinct().Count()} files: {Counts.Of(pester).Describe()}");
    }
}
