using System.IO.Enumeration;
using OctaEInvoice.Shell;

namespace OctaEInvoice.TestRun;

/// <summary>The written list of tests that may be skipped, each with its reason: tests/run/allowed-skips.txt.</summary>
internal sealed class AllowedSkips
{
    private readonly List<(string Suite, string Test, string Reason)> entries = [];

    /// <exception cref="InvalidDataException">A line that has not its three parts.</exception>
    internal static AllowedSkips Load()
    {
        var list = new AllowedSkips();
        bool isOfThisSystem = true;
        foreach (string line in File.ReadLines(Path.Combine(PowerShellEngine.RepositoryFolder, "tests", "run", "allowed-skips.txt")))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line is ['[', .. string system, ']'])
            {
                isOfThisSystem = OperatingSystem.IsOSPlatform(system);
                continue;
            }
            if (line.Split('|', StringSplitOptions.TrimEntries) is not [string suite, string test, string reason])
                throw new InvalidDataException($"allowed-skips.txt: '{line}' is not 'suite | test | reason'.");
            if (isOfThisSystem)
                list.entries.Add((suite, test, reason));
        }
        return list;
    }

    /// <summary>Why this test may be skipped; null when it may not.</summary>
    internal string? ReasonFor(TestResult result) =>
        entries.Find(entry => FileSystemName.MatchesSimpleExpression(entry.Suite, result.Suite) && FileSystemName.MatchesSimpleExpression(entry.Test, result.Test)).Reason;
}
