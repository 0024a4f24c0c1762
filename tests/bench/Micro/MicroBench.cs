using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace OctaEInvoice.Bench.Micro;

/// <summary>Runs the micro-benchmarks in this process: they are for finding time, not for comparing machines.</summary>
internal static class MicroBench
{
    internal static void Run() => BenchmarkRunner.Run<HotPath>(DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "octa-bench-micro")));
}
