namespace OctaEInvoice.Tests.Rules;

/// <summary>A rule broken by changes to a document without issues, and changes beside it that break nothing.</summary>
/// <param name="Rule">Name of the rule in rules.json.</param>
/// <param name="Document">Which document without issues.</param>
/// <param name="Broken">Changes that break this rule and no other.</param>
/// <param name="Given">What the issue says was given.</param>
/// <param name="Kept">Changes after which there is no issue.</param>
internal sealed record RuleCase(string Rule, Func<DocumentUnderTest> Document, (string Path, object? Value)[] Broken, string? Given, (string Path, object? Value)[] Kept)
{
    /// <summary>Path of the issue, when it is not the rule's with index 0.</summary>
    internal string? Path { get; init; }

    /// <summary>Another document for what is kept.</summary>
    internal Func<DocumentUnderTest>? DocumentKept { get; init; }
}
