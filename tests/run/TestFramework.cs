using System.Diagnostics;
using System.Runtime.InteropServices;
using OctaEInvoice.Shell;

namespace OctaEInvoice.TestRun;

/// <summary>The C# tests on one framework, executed by what it ships for: .NET 8 itself and no later one, .NET Framework or Mono.</summary>
/// <param name="name">Target framework, as --only names it.</param>
/// <param name="buildArguments">What dotnet is told to build it; empty where it is built along with this program.</param>
/// <param name="program">Program that runs the tests.</param>
/// <param name="leadingArguments">Arguments before those of the tests.</param>
internal sealed class TestFramework(string name, string[] buildArguments, string program, string[] leadingArguments)
{
    /// <summary>The latest .NET, on which PowerShell 7.6 runs.</summary>
    internal const string Latest = "net10.0";

    /// <summary>What Windows PowerShell 5.1 runs on.</summary>
    internal const string NetFramework = "net472";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    private Task<string?> built = Task.FromResult<string?>(null);

    internal string Name => name;

    /// <summary>Those that this machine can execute.</summary>
    internal static IEnumerable<TestFramework> All()
    {
        yield return new(Latest, [], PowerShellEngine.DotNet, ["exec", Output(Latest, "OctaEInvoice.Tests.dll")]);
        // With its runtime beside it, from NuGet: nothing else makes sure that .NET 8 itself runs it.
        string runtime = RuntimeInformation.RuntimeIdentifier;
        yield return new("net8.0", ["--runtime", runtime, "--self-contained"], Output("net8.0", runtime, "OctaEInvoice.Tests" + (OperatingSystem.IsWindows() ? ".exe" : "")), []);
        string framework = Output(NetFramework, "OctaEInvoice.Tests.exe");
        if (OperatingSystem.IsWindows())
            yield return new(NetFramework, ["--no-self-contained"], framework, []);
        else if (Mono() is string mono)
            yield return new(NetFramework, ["--no-self-contained"], mono, [framework]);
    }

    /// <summary>What stands in the results where .NET Framework's build can't be executed.</summary>
    internal static TestResult Missing() => new(NetFramework, "All tests", Outcome.Skipped, "Neither Windows nor Mono (Debian: mono-runtime, libmono-cil-dev) is here.", 0);

    /// <summary>Builds one after another, beside whatever else runs: they share a folder for what is restored.</summary>
    internal static void BeginBuilding(IEnumerable<TestFramework> frameworks)
    {
        Task before = Task.CompletedTask;
        foreach (TestFramework framework in frameworks)
            before = framework.built = framework.BuildAfterAsync(before);
    }

    /// <summary>All tests on this framework.</summary>
    internal Job Tests(IReadOnlyDictionary<string, string> environment) =>
        new(name, name == Latest ? 1000 : 60, async () =>
        {
            string results = ResultFile.NewPath();
            string? trouble = await RunAsync(["--results", results], environment);
            return new JobResult(ResultFile.Take(name, results), trouble);
        });

    /// <summary>What the product makes of a fixed set of documents on this framework, written to a file.</summary>
    internal Job Transcript(string path) =>
        new($"{name}, transcript", 30, async () => new JobResult([], await RunAsync(["--transcript", path], new Dictionary<string, string>())));

    private static string? Mono() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "mono")).FirstOrDefault(File.Exists);

    private static string Output(params string[] parts) =>
        Path.Combine([PowerShellEngine.RepositoryFolder, "tests", "OctaEInvoice.Tests", "bin", "Debug", .. parts]);

    private async Task<string?> RunAsync(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        if (await built is string refused)
            return refused;
        var start = new ProcessStartInfo(program, [.. leadingArguments, .. arguments]) { WorkingDirectory = PowerShellEngine.RepositoryFolder };
        foreach ((string variable, string value) in environment)
            start.Environment[variable] = value;
        (int exitCode, string output) = await ChildProcess.RunAsync(start, Limit);
        return exitCode == 0 ? null : $"{name} ended with exit code {exitCode}.\n{output}";
    }

    private async Task<string?> BuildAfterAsync(Task before)
    {
        await before;
        if (buildArguments.Length == 0)
            return null;
        string project = Path.Combine(PowerShellEngine.RepositoryFolder, "tests", "OctaEInvoice.Tests");
        var start = new ProcessStartInfo(PowerShellEngine.DotNet, ["build", project, $"-p:TestFramework={name}", .. buildArguments, "--nologo", "--verbosity", "quiet"]);
        (int exitCode, string output) = await ChildProcess.RunAsync(start, Limit);
        return exitCode == 0 ? null : $"{name} was not built.\n{output}";
    }
}
