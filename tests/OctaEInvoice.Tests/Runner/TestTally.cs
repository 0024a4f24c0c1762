using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit.Abstractions;

namespace OctaEInvoice.Tests.Runner;

/// <summary>Counts what became of the tests, prints those that failed or were skipped, and writes a line of JSON for each.</summary>
/// <param name="output">Where it is printed.</param>
/// <param name="results">The file of JSON lines; null for none.</param>
internal sealed class TestTally(TextWriter output, string? results) : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamWriter? lines = results is null ? null : new StreamWriter(results, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    private int passed;
    private int failed;
    private int skipped;

    internal bool HasSucceeded => failed == 0 && passed > 0;

    internal string Totals => string.Format(CultureInfo.InvariantCulture, "{0} passed, {1} failed, {2} skipped", passed, failed, skipped);

    public void Dispose() => lines?.Dispose();

    internal void Take(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestPassed test:
                passed++;
                Write(test.Test.DisplayName, "Passed", null, test.ExecutionTime);
                break;
            case ITestSkipped test:
                Skip(test.Test.DisplayName, test.Reason);
                break;
            case ITestFailed test:
                Fail(test.Test.DisplayName, test, test.ExecutionTime);
                break;
            // What is thrown outside of a test, by a fixture or while something is disposed of.
            case ITestCleanupFailure fault:
                Fail(fault.Test.DisplayName + " (clean-up)", fault, 0);
                break;
            case ITestClassCleanupFailure fault:
                Fail(fault.TestClass.Class.Name + " (clean-up)", fault, 0);
                break;
            case IFailureInformation fault:
                Fail("xunit: " + message.GetType().Name, fault, 0);
                break;
        }
    }

    /// <summary>Notes a test that is not run.</summary>
    internal void Skip(string name, string reason)
    {
        skipped++;
        output.WriteLine($"Skipped {name}: {reason}");
        Write(name, "Skipped", reason, 0);
    }

    private void Fail(string name, IFailureInformation fault, decimal seconds)
    {
        failed++;
        string reason = string.Join("\n", fault.ExceptionTypes.Zip(fault.Messages, (type, text) => $"{type}: {text}"));
        output.WriteLine($"Failed {name}\n{reason}\n{string.Join("\n", fault.StackTraces)}\n");
        Write(name, "Failed", reason, seconds);
    }

    private void Write(string name, string outcome, string? reason, decimal seconds)
    {
        if (lines is null)
            return;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("test", name);
            writer.WriteString("outcome", outcome);
            writer.WriteString("reason", reason ?? "");
            writer.WriteNumber("seconds", Math.Round(seconds, 4));
            writer.WriteEndObject();
        }
        lines.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
        lines.Flush();
    }
}
