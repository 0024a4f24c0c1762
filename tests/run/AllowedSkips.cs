using System.IO.Enumeration;
using OctaEInvoice.Shell;

namespace OctaEInvoice.TestRun;

/// <summary>The written list of tests that may be skipped, each with its reason: tests/run/allowed-skips.txt.</summary>
internal sealed class AllowedSkips
{
    /// <summary>Set where modules of the PowerShell Gallery are installed, so that their absence is a failure.</summary>
    private const string AllJudges = "OCTA_ALL_JUDGES";

    private readonly List<(string Suite, string Test, string Reason)> entries = [];

    /// <exception cref="InvalidDataException">A line that has not its three parts.</exception>
    internal static AllowedSkips Load()
    {
        var list = new AllowedSkips();
        bool holdsHere = true;
        foreach (string line in File.ReadLines(Path.Combine(PowerShellEngine.RepositoryFolder, "tests", "run", "allowed-skips.txt")))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line is ['[', .. string section, ']'])
            {
                holdsHere = section == "modules" ? Environment.GetEnvironmentVariable(AllJudges) is null or "" : OperatingSystem.IsOSPlatform(section);
                continue;
            }
            if (line.Split('|', StringSplitOptions.TrimEntries) is not [string suite, string test, string reason])
                throw new InvalidDataException($"allowed-skips.txt: '{line}' is not 'suite | test | reason'.");
            if (holdsHere)
                list.entries.Add((suite, test, reason));
        }
        return list;
    }

    /// <summary>Why this test may be skipped; null when it may not.</summary>
    internal string? ReasonFor(TestResult result) =>
        entries.Find(entry => FileSystemName.MatchesSimpleExpression(entry.Suite, result.Suite) && FileSystemName.MatchesSimpleExpression(entry.Test, result.Test)).Reason;
}
