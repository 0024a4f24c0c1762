using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>State of reading one document from JSON: where the reader is, and what it found amiss.</summary>
/// <param name="issues">Takes what is amiss.</param>
/// <param name="countedFrom">Today in India, where days such as D-3 are read; null where they are refused.</param>
internal sealed class InvoiceReadContext(IssueList issues, IndiaDate? countedFrom = null)
{
    internal static readonly JsonReaderOptions ReaderOptions = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    internal IssueList Issues { get; } = issues;

    internal IndiaDate? CountedFrom { get; } = countedFrom;

    internal Place Place { get; set; } = new(null);

    internal void ReportShape(string path, string expected) => Issues.Add(new Issue
    {
        Severity = IssueSeverity.Error,
        Code = "OCTA-300",
        NicCode = "5002",
        Path = Place.PathOf(path),
        Message = $"It is not {expected}.",
        Expected = expected,
        Remedy = $"Give {path.Substring(path.LastIndexOf('.') + 1)} as {expected}.",
    });

    internal void ReportUnknown(string parent, string name, ref Utf8JsonReader reader, IEnumerable<string> known)
    {
        string path = Place.PathOf(parent.Length == 0 ? name : parent + "." + name);
        string? nearest = Spelling.Nearest(name, known);
        Issues.Add(new Issue
        {
            Severity = IssueSeverity.Warning,
            Code = "OCTA-300",
            Path = path,
            Message = "The schema has no such field; its value is not sent.",
            Given = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? null : JsonValues.Read(ref reader).ToString(),
            Expected = nearest,
            Remedy = nearest is null ? "Remove it." : $"Remove it, or write {nearest} if that is what is meant.",
        });
    }
}
