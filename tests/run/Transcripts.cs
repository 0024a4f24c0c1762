namespace OctaEInvoice.TestRun;

/// <summary>
/// What the product made of the same documents on each framework (--transcript of the C# tests): issues, bytes, IRNs.
/// They must not differ.
/// </summary>
internal sealed class Transcripts : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("octa-transcripts-").FullName;

    /// <summary>Where a framework writes its own.</summary>
    internal string PathFor(TestFramework framework) => Path.Combine(folder, framework.Name);

    /// <summary>Compares each with the first: a test for each pair.</summary>
    internal JobResult Compare(IReadOnlyList<TestFramework> frameworks)
    {
        var results = new List<TestResult>();
        var troubles = new List<string>();
        foreach (TestFramework other in frameworks.Skip(1))
        {
            string? difference = Difference(frameworks[0], other);
            results.Add(new TestResult("frameworks", $"The output of {other.Name} is that of {frameworks[0].Name}", difference is null ? Outcome.Passed : Outcome.Failed, null, 0));
            if (difference is not null)
                troubles.Add(difference);
        }
        return new JobResult(results, troubles.Count == 0 ? null : string.Join("\n", troubles));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string? Difference(TestFramework first, TestFramework second)
    {
        string[] expected = Lines(first);
        string[] given = Lines(second);
        if (expected.Length == 0)
            return $"{first.Name} wrote no transcript.";
        for (int i = 0; i < Math.Max(expected.Length, given.Length); i++)
            if (i >= expected.Length || i >= given.Length || expected[i] != given[i])
                return $"Line {i + 1} of the transcripts:\n{first.Name}: {Line(expected, i)}\n{second.Name}: {Line(given, i)}";
        return null;
    }

    private string[] Lines(TestFramework framework) => File.Exists(PathFor(framework)) ? File.ReadAllLines(PathFor(framework)) : [];

    private static string Line(string[] lines, int i) => i < lines.Length ? lines[i] : "(no such line)";
}
