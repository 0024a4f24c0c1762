namespace OctaEInvoice.TestRun;

/// <summary>Runs jobs side by side, the longest first.</summary>
internal static class Lanes
{
    /// <summary>Runs all jobs and prints a line as each ends.</summary>
    /// <returns>All results and all troubles, in the order of their coming.</returns>
    internal static async Task<JobResult> RunAsync(IEnumerable<Job> jobs, int lanes)
    {
        var waiting = new Queue<Job>(jobs.OrderByDescending(job => job.ExpectedSeconds));
        var results = new List<TestResult>();
        var troubles = new List<string>();
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => RunLaneAsync()));
        return new JobResult(results, troubles.Count == 0 ? null : string.Join("\n\n", troubles));

        async Task RunLaneAsync()
        {
            await Task.Yield();
            while (TryTake(waiting, out Job? job))
            {
                long begin = TimeProvider.System.GetTimestamp();
                JobResult done = await job!.RunAsync();
                lock (results)
                {
                    results.AddRange(done.Results);
                    if (done.Trouble is not null)
                        troubles.Add(done.Trouble);
                    Console.WriteLine($"{job.Suite,-36} {Counts.Of(done.Results).Describe()}, {TimeProvider.System.GetElapsedTime(begin).TotalSeconds:0} s{(done.Trouble is null ? "" : "  FAILED")}");
                }
            }
        }
    }

    private static bool TryTake(Queue<Job> waiting, out Job? job)
    {
        lock (waiting)
            return waiting.TryDequeue(out job);
    }
}
