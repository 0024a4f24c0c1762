using System.Text.Json;

namespace OctaEInvoice.TestRun;

/// <summary>The file that a process of tests writes its results to: a line of JSON for each test.</summary>
internal static class ResultFile
{
    /// <summary>A name that nobody else uses.</summary>
    internal static string NewPath() => Path.Combine(Path.GetTempPath(), $"octa-results-{Guid.NewGuid():N}.jsonl");

    /// <summary>Reads the file and deletes it.</summary>
    /// <returns>The results as far as they were written; none when there is no file.</returns>
    internal static IReadOnlyList<TestResult> Take(string suite, string path)
    {
        if (!File.Exists(path))
            return [];
        List<TestResult> results = [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => Read(suite, line))];
        File.Delete(path);
        return results;
    }

    private static TestResult Read(string suite, string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        return new TestResult(
            suite,
            root.GetProperty("test").GetString()!,
            Enum.Parse<Outcome>(root.GetProperty("outcome").GetString()!),
            root.TryGetProperty("reason", out JsonElement reason) ? reason.GetString() : null,
            root.GetProperty("seconds").GetDouble());
    }
}
