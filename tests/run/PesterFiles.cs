using System.Diagnostics;
using System.Reflection;
using OctaEInvoice.Shell;

namespace OctaEInvoice.TestRun;

/// <summary>The Pester files, each in a PowerShell and a home folder of its own.</summary>
internal sealed class PesterFiles(PowerShellEngine engine, IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    private static readonly string Folder = Path.Combine(PowerShellEngine.RepositoryFolder, "tests", "pester");

    // Those that take longest for their length: they start processes or let time pass.
    private static readonly Dictionary<string, double> SlowFiles = new()
    {
        ["SecretStore.Tests.ps1"] = 53,
        ["Help.Tests.ps1"] = 40,
        ["Module.Tests.ps1"] = 31,
        ["Unattended.Tests.ps1"] = 28,
        ["Isolation.Tests.ps1"] = 25,
        ["Secrets.Tests.ps1"] = 17,
        ["Profiles.Tests.ps1"] = 16,
        ["Window.Tests.ps1"] = 15,
    };

    internal IEnumerable<Job> Jobs(Func<string, bool> isWanted) =>
        Directory.GetFiles(Folder, "*.Tests.ps1").Where(file => isWanted(Path.GetFileName(file))).Select(file =>
            new Job(Path.GetFileName(file), Expected(file), () => RunAsync(file)));

    private static double Expected(string file) =>
        SlowFiles.TryGetValue(Path.GetFileName(file), out double seconds) ? seconds : File.ReadLines(file).Count() / 30.0;

    private async Task<JobResult> RunAsync(string file)
    {
        string suite = Path.GetFileName(file);
        string home = Directory.CreateTempSubdirectory("octa-pester-").FullName;
        string results = ResultFile.NewPath();
        try
        {
            (int exitCode, string output) = await ChildProcess.RunAsync(Command(file, results, home), Limit);
            IReadOnlyList<TestResult> tests = ResultFile.Take(suite, results);
            return new JobResult(tests, exitCode == 0 ? null : $"{suite} ended with exit code {exitCode}.\n{output}");
        }
        finally
        {
            DeleteHome(home);
        }
    }

    private ProcessStartInfo Command(string file, string results, string home)
    {
        string pester = Path.Combine(PowerShellEngine.PackageFolder, "pester", PesterVersion(), "tools", "Pester.psd1");
        ProcessStartInfo start = engine.Command(
            "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", Path.Combine(PowerShellEngine.RepositoryFolder, "tests", "run", "Invoke-PesterFile.ps1"), "-Path", file, "-Pester", pester, "-Results", results);
        start.WorkingDirectory = PowerShellEngine.RepositoryFolder;
        // Vaults, profiles and keys of the tests are nobody's.
        start.Environment["HOME"] = home;
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(home, ".config");
        start.Environment["OCTA_PROFILE_PATH"] = Path.Combine(home, "profiles.json");
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("OCTA_KEY_ID");
        start.Environment.Remove("OCTA_KEY_SECRET");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static void DeleteHome(string home)
    {
        try
        {
            Directory.Delete(home, recursive: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // A process that a test has left behind still writes there: a folder of the temporary files stays.
        }
    }

    private static string PesterVersion() =>
        typeof(PesterFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "PesterVersion").Value!;
}
