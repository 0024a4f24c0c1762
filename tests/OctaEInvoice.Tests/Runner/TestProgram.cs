using System.Globalization;
using System.Text;
using OctaEInvoice.Tests.Transcripts;

namespace OctaEInvoice.Tests.Runner;

/// <summary>Runs the tests without a test host, so that they run on every framework that has no more than a runtime.</summary>
internal static class TestProgram
{
    private const string Usage = "OctaEInvoice.Tests [--room <part of a namespace>]... [--results <file>] | --transcript <file>";

    public static int Main(string[] arguments)
    {
        // Not by Console.OutputEncoding, which needs a console.
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        Console.SetOut(output);
        var rooms = new List<string>();
        string? results = null;
        string? transcript = null;
        for (int i = 0; i + 1 < arguments.Length; i += 2)
        {
            string value = arguments[i + 1];
            switch (arguments[i])
            {
                case "--room": rooms.Add(value); break;
                case "--results": results = value; break;
                case "--transcript": transcript = value; break;
                default: return Refuse();
            }
        }
        if (arguments.Length % 2 != 0)
            return Refuse();
        return transcript is null ? Test(rooms, results) : Write(transcript);
    }

    private static int Test(List<string> rooms, string? results)
    {
        using var tally = new TestTally(Console.Out, results);
        TestRun.Run(typeof(TestProgram).Assembly, rooms, tally);
        Console.Out.WriteLine(tally.Totals);
        return tally.HasSucceeded ? 0 : 1;
    }

    private static int Write(string transcript)
    {
        int lines = Transcript.Write(transcript);
        Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} lines", lines));
        return 0;
    }

    private static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
