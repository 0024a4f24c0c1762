namespace OctaEInvoice.TestRun;

/// <summary>Runs jobs side by side, the longest first.</summary>
internal static class Lanes
{
    /// <summary>Runs all jobs and prints a line as each ends.</summary>
    /// <returns>All results and all troubles, in the order of their coming.</returns>
    internal static async Task<JobResult> RunAsync(IEnumerable<Job> jobs, int lanes)
    {
        var waiting = new Queue<Job>(jobs.OrderByDescending(job => job.ExpectedSeconds));
        var total = new JobResult([], null);
        var gate = new object();
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => RunLaneAsync()));
        return total;

        async Task RunLaneAsync()
        {
            await Task.Yield();
            while (TryTake(waiting, out Job? job))
            {
                long begin = TimeProvider.System.GetTimestamp();
                JobResult done = Whole(job!.Suite, await job.RunAsync());
                lock (gate)
                {
                    total = total.With(done);
                    Console.WriteLine($"{job.Suite,-36} {Counts.Of(done.Results).Describe()}, {TimeProvider.System.GetElapsedTime(begin).TotalSeconds:0} s{(done.Trouble is null ? "" : "  FAILED")}");
                }
            }
        }
    }

    // A process that broke off before or after its tests is a failure, though no test is.
    private static JobResult Whole(string suite, JobResult done) =>
        done.Trouble is null || done.Results.Any(result => result.Outcome == Outcome.Failed)
            ? done
            : done with { Results = [.. done.Results, new TestResult(suite, "The run itself", Outcome.Failed, null, 0)] };

    private static bool TryTake(Queue<Job> waiting, out Job? job)
    {
        lock (waiting)
            return waiting.TryDequeue(out job);
    }
}
