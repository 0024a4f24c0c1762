using System.Globalization;
using System.Text;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Tests.Documents;
using OctaEInvoice.Tests.Rules;

namespace OctaEInvoice.Tests.Transcripts;

/// <summary>
/// What the module makes of the examples, of thousands of documents by a fixed seed and of every value that a framework might
/// write in its own way, on a fixed day: a line each, that of any framework and any account the same to the letter.
/// </summary>
internal static class Transcript
{
    /// <summary>Writes the transcript.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Number of lines.</returns>
    internal static int Write(string path)
    {
        using var culture = new CultureScope("de-DE");
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        int count = 0;
        foreach (TranscriptLine line in Lines())
        {
            file.Write(line.Key);
            file.Write('\t');
            file.WriteLine(OnOneLine(line.Content));
            count++;
        }
        return count;
    }

    /// <summary>Bytes to be sent, IRN and all findings of a draft.</summary>
    internal static string Of(InvoiceDraft draft, RuleSettings settings)
    {
        InvoiceRules.Check(draft.Invoice, settings, draft.Issues);
        string sent = Encoding.UTF8.GetString(InvoiceJson.Write(draft.Invoice));
        IEnumerable<string> issues = draft.Issues.All.Select(issue => $"{issue.Severity} {issue.Path} {issue}");
        return $"{IrnHash.Expected(draft.Invoice)} {sent}\n{string.Join("\n", draft.Notes)}\n{string.Join("\n", issues)}";
    }

    /// <summary>The settings of every run of the same document: production or test, strict or not, by its index.</summary>
    internal static RuleSettings Settings(int index) => new()
    {
        Environment = index % 2 == 0 ? OctaEnvironment.Production : OctaEnvironment.Test,
        Strict = index % 3 == 0,
        Today = DocumentUnderTest.Today,
    };

    private static IEnumerable<TranscriptLine> Lines() =>
        ExampleLines.All().Concat(DocumentLines.All()).Concat(CellLines.All()).Concat(ValueLines.All()).Concat(PageLines.All()).Concat(SignedLines.All());

    // Control characters by their numbers, so that a line stays a line and what differs can be seen.
    private static string OnOneLine(string content)
    {
        var line = new StringBuilder(content.Length + 16);
        foreach (char character in content)
            if (character is < ' ' or '\u0085' or '\u2028' or '\u2029' || char.IsSurrogate(character))
                line.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                line.Append(character);
        return line.ToString();
    }
}
