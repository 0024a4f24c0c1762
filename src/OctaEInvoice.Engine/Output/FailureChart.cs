using System.Globalization;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Output;

/// <summary>Draws how many documents failed by each code, as SVG.</summary>
internal static class FailureChart
{
    private const int MaxBars = 12;
    private const int Width = 960;
    private const int RowHeight = 44;
    private const int MaxBarWidth = 880;
    private const int MaxCharacters = 110;

    // One failed document must not look like a catastrophe.
    private const int MinScale = 5;

    /// <summary>Writes the chart.</summary>
    /// <param name="page">The page.</param>
    /// <param name="failures">Codes with their number of documents, most frequent first.</param>
    internal static void Write(TextWriter page, IReadOnlyList<KeyValuePair<string, int>> failures)
    {
        var shown = failures.Take(MaxBars).ToList();
        int most = Math.Max(MinScale, shown.Max(failure => failure.Value));
        page.WriteLine(FormattableString.Invariant($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"failures\"><svg viewBox=\"0 0 {Width} {shown.Count * RowHeight}\" role=\"img\" aria-labelledby=\"chart-title chart-text\">"));
        page.WriteLine("<title id=\"chart-title\">Failed documents by code</title>");
        page.WriteLine($"<desc id=\"chart-text\">{Encode(string.Join("; ", shown.Select(failure => FormattableString.Invariant($"{failure.Key}: {failure.Value}"))))}. The table below says the same.</desc>");
        for (int i = 0; i < shown.Count; i++)
            WriteBar(page, shown[i], i * RowHeight, Math.Max(4, MaxBarWidth * shown[i].Value / most));
        page.WriteLine("</svg></div>");
        if (failures.Count > MaxBars)
            page.WriteLine(FormattableString.Invariant($"<p>{failures.Count - MaxBars} more codes are in the table.</p>"));
    }

    /// <summary>What the catalogue says of a code, without the places that the portal fills in.</summary>
    internal static string Meaning(string code) =>
        ErrorCatalogue.Find(code)?.Meaning.Replace("{0}", "...").Replace("{1}", "...") ?? "Not in the catalogue; the server's message tells what was wrong.";

    private static void WriteBar(TextWriter page, KeyValuePair<string, int> failure, int top, int width)
    {
        string meaning = Meaning(failure.Key);
        string text = meaning.Length > MaxCharacters ? meaning.Substring(0, MaxCharacters).TrimEnd() + "..." : meaning;
        string count = failure.Value.ToString(CultureInfo.InvariantCulture);
        page.WriteLine(FormattableString.Invariant($"<text x=\"0\" y=\"{top + 15}\"><tspan class=\"code\">{Encode(failure.Key)}</tspan> {Encode(text)}</text>"));
        page.WriteLine(FormattableString.Invariant($"<rect x=\"0\" y=\"{top + 21}\" width=\"{width}\" height=\"14\" rx=\"2\"/><text class=\"count\" x=\"{width + 8}\" y=\"{top + 33}\">{count}</text>"));
    }

    private static string Encode(string text) => HtmlText.Encode(text);
}
