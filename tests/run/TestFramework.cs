using System.Diagnostics;
using OctaEInvoice.Shell;

namespace OctaEInvoice.TestRun;

/// <summary>The C# tests on one framework, executed by what ships it: .NET 8 itself and not a later one, .NET Framework or Mono.</summary>
/// <param name="Name">Target framework, as --only names it.</param>
/// <param name="BuildArguments">What dotnet is told to build it; empty where it is built along with this program.</param>
/// <param name="Program">Program that runs the tests.</param>
/// <param name="LeadingArguments">Arguments before those of the tests.</param>
internal sealed record TestFramework(string Name, IReadOnlyList<string> BuildArguments, string Program, IReadOnlyList<string> LeadingArguments)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    /// <summary>The latest .NET: what PowerShell 7.6 runs on.</summary>
    internal const string Latest = "net10.0";

    /// <summary>Those that this machine can execute.</summary>
    internal static IEnumerable<TestFramework> All()
    {
        yield return new(Latest, [], PowerShellEngine.DotNet, ["exec", Output(Latest, "OctaEInvoice.Tests.dll")]);
    }

    /// <summary>Why .NET Framework's build can't be executed here; null when it can.</summary>
    internal static string? WhyNoNetFramework() => null;

    internal Job Job(string transcript, IReadOnlyDictionary<string, string> environment) =>
        new(Name, Name == Latest ? 1000 : 100, () => RunAsync(transcript, environment));

    private static string Output(string framework, string file) =>
        Path.Combine(PowerShellEngine.RepositoryFolder, "tests", "OctaEInvoice.Tests", "bin", "Debug", framework, file);

    private async Task<JobResult> RunAsync(string transcript, IReadOnlyDictionary<string, string> environment)
    {
        if (BuildArguments.Count > 0 && await BuildAsync() is string refused)
            return new JobResult([], refused);
        string results = ResultFile.NewPath();
        var start = new ProcessStartInfo(Program, [.. LeadingArguments, "--results", results, "--transcript", transcript]) { WorkingDirectory = PowerShellEngine.RepositoryFolder };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        (int exitCode, string output) = await ChildProcess.RunAsync(start, Limit);
        return new JobResult(ResultFile.Take(Name, results), exitCode == 0 ? null : $"{Name} ended with exit code {exitCode}.\n{output}");
    }

    private async Task<string?> BuildAsync()
    {
        (int exitCode, string output) = await ChildProcess.RunAsync(new ProcessStartInfo(PowerShellEngine.DotNet, BuildArguments) { WorkingDirectory = PowerShellEngine.RepositoryFolder }, Limit);
        return exitCode == 0 ? null : $"{Name} was not built.\n{output}";
    }
}
