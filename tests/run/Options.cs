using System.Globalization;

namespace OctaEInvoice.TestRun;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    internal const string Usage = """
        dotnet run --project tests/run [-- options]

        Runs every test: the C# tests on each framework that ships, and the Pester files in the real PowerShell.
          --only NAME     a framework (net10.0, net8.0, net472) or Pester files by name (* stands for anything); may be repeated
          --jobs N        processes side by side; without it one more than processors
          --strict        a skip that tests/run/allowed-skips.txt does not list is a failure; so it is where CI is set
          --sweep         all tests under shifted clocks, other time zones and cultures
        """;

    internal List<string> Only { get; } = [];

    internal int Jobs { get; private set; } = Environment.ProcessorCount + 1;

    internal bool IsStrict { get; private set; } = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } and not "false";

    internal bool IsSweep { get; private set; }

    /// <exception cref="ArgumentException">A word that is no option.</exception>
    internal static Options Read(string[] arguments)
    {
        var options = new Options();
        for (int i = 0; i < arguments.Length; i++)
            switch (arguments[i])
            {
                case "--only" when i + 1 < arguments.Length:
                    options.Only.Add(arguments[++i]);
                    break;
                case "--jobs" when i + 1 < arguments.Length:
                    options.Jobs = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--strict":
                    options.IsStrict = true;
                    break;
                case "--sweep":
                    options.IsSweep = true;
                    break;
                default:
                    throw new ArgumentException($"'{arguments[i]}' is no option.\n{Usage}");
            }
        return options;
    }

    /// <summary>True for what --only names, and for all where nothing is named.</summary>
    internal bool Wants(string suite) =>
        Only.Count == 0 || Only.Exists(pattern => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, suite));
}
