using System.Text;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Tests.Errors;

/// <summary>Prints docs/errors.md from the catalogue.</summary>
internal static class ErrorPage
{
    private static readonly (string Group, string Title)[] Sections =
    [
        ("FIELD", "Octa: fields of the document"),
        ("REQUEST", "Octa: the request"),
        ("SERVICE", "Octa: account, networks and portals"),
        ("ACCOUNT", "Octa: codes in HTTP headers"),
        ("VITAL", "NIC: login, limits and blocks"),
        ("INV", "NIC: documents and IRNs"),
        ("EWB", "NIC: e-way bills"),
    ];

    internal static string Print()
    {
        var page = new StringBuilder();
        PrintHead(page);
        foreach ((string group, string title) in Sections)
            PrintSection(page, title, [.. ErrorCatalogue.All.Where(entry => entry.Group == group)]);
        return page.ToString();
    }

    private static void PrintHead(StringBuilder page)
    {
        page.Append("# Error codes\n\n")
            .Append("Made from the error catalogue, which `Get-OctaErrorInfo` shows too (`Get-OctaErrorInfo 2150`, `Get-OctaErrorInfo OCTA-20?`); change the catalogue, not this page.\n\n")
            .Append("`{0}` and `{1}` stand for what the portal fills in. Under the code stands the CSV column that it is about, where it is about one. ")
            .Append("Codes marked with an asterisk are in NIC's list of 2020 only, those with two are announced for 01/08/2026.\n\n")
            .Append("| again | what the module does |\n|---|---|\n");
        foreach ((RetryClass retry, string meaning) in ErrorCatalogue.RetryMeanings)
            page.Append("| ").Append(Word(retry)).Append(" | ").Append(meaning).Append(" |\n");
        page.Append("\nA code that is not listed here? ").Append(ErrorCatalogue.GeneralRemedy).Append('\n');
    }

    private static void PrintSection(StringBuilder page, string title, List<ErrorInfo> entries)
    {
        page.Append("\n## ").Append(title).Append("\n\n| code | meaning | again | what to do |\n|---|---|---|---|\n");
        foreach (ErrorInfo entry in entries)
            page.Append("| ").Append(Heading(entry))
                .Append(" | ").Append(Cell(entry.Meaning))
                .Append(" | ").Append(Word(entry.Retry))
                .Append(" | ").Append(Cell(entry.Remedy)).Append(" |\n");
    }

    private static string Heading(ErrorInfo entry)
    {
        string mark = entry.Listing switch
        {
            ErrorListing.Earlier => @"\*",
            ErrorListing.Announced => @"\*\*",
            _ => "",
        };
        string column = entry.Column is null ? "" : $"<br>`{entry.Column}`";
        string anchor = entry.Code.TrimStart('_').ToLowerInvariant();
        return $"<a id=\"{anchor}\"></a>`{entry.Code}`{mark}{column}";
    }

    private static string Cell(string text) => text.Replace("|", @"\|", StringComparison.Ordinal).Replace("*", @"\*", StringComparison.Ordinal);

    private static string Word(RetryClass retry) => retry.ToString().ToLowerInvariant();
}
