using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Output;

/// <summary>A page of HTML about the documents of a run. It needs no other file and no network.</summary>
public sealed class RunReport
{
    private static readonly string[] OutcomeOrder = ["Registered", "Recovered", "Active", "Cancelled", "Rejected", "InDoubt", "Skipped", "Unknown"];

    private static readonly Dictionary<string, string> OutcomeMeanings = new(StringComparer.Ordinal)
    {
        ["Registered"] = "Registered in this run",
        ["Recovered"] = "Registered before, and the same",
        ["Active"] = "Looked up, in force",
        ["Cancelled"] = "Looked up, cancelled",
        ["Rejected"] = "Refused: has to be mended",
        ["InDoubt"] = "May be registered: run again",
        ["Skipped"] = "Not sent: run again",
        ["Unknown"] = "Without an outcome",
    };

    private readonly List<ReportRow> rows = [];
    private readonly string title;
    private readonly IndiaTime made;

    /// <summary>A report without rows.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="made">Moment of the report.</param>
    public RunReport(string title, IndiaTime made)
    {
        this.title = title;
        this.made = made;
    }

    /// <summary>Number of documents.</summary>
    public int Count => rows.Count;

    /// <summary>Adds a document.</summary>
    /// <param name="row">The document.</param>
    public void Add(ReportRow row) => rows.Add(row);

    /// <summary>Writes the page, in UTF-8.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    public void WriteTo(Stream stream)
    {
        using var page = new StreamWriter(stream, new UTF8Encoding(false), 65536, leaveOpen: true) { NewLine = "\n" };
        string script = Resource("report.js");
        WriteHead(page, script);
        page.WriteLine("<body>");
        WriteHeader(page);
        page.WriteLine("<main>");
        WriteOutcomes(page);
        WriteFailures(page);
        WriteDocuments(page);
        page.WriteLine("</main>");
        page.WriteLine($"<script>{script}</script>");
        page.WriteLine("</body>\n</html>");
    }

    private void WriteHead(TextWriter page, string script)
    {
        page.WriteLine("<!DOCTYPE html>\n<html lang=\"en-IN\">\n<head>\n<meta charset=\"utf-8\">");
        // Nothing from elsewhere, and no script but ours, whatever a value may hold.
        page.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{Hash(script)}'\">");
        page.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.WriteLine($"<title>{Encode(title)}</title>\n<style>{Resource("report.css")}</style>\n</head>");
    }

    private void WriteHeader(TextWriter page)
    {
        int inSandbox = rows.Count(row => row.Sandbox);
        string moment = made.ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);
        string sellers = string.Join(", ", rows.Select(row => row.Gstin).Where(gstin => !string.IsNullOrEmpty(gstin)).Distinct().Take(5));
        page.WriteLine($"<header>\n<h1>{Encode(title)}</h1>");
        page.WriteLine($"<p>{Documents(rows.Count)}{(sellers.Length == 0 ? "" : " of " + Encode(sellers))}. Report of <time datetime=\"{made}\">{moment}</time>, India time.</p>");
        if (inSandbox > 0)
        {
            // A document that was refused or not sent is registered nowhere, whether a sandbox or the portal was asked.
            bool isAll = rows.TrueForAll(row => row.Sandbox || row.Outcome is "Rejected" or "Skipped");
            string which = isAll ? "Nothing on this page" : FormattableString.Invariant($"{inSandbox} of these documents are a sandbox's: nothing of them");
            page.WriteLine($"<p class=\"sandbox\"><strong>SANDBOX</strong> {which} was registered with the government.</p>");
        }
        page.WriteLine("</header>");
    }

    private void WriteOutcomes(TextWriter page)
    {
        page.WriteLine("<section aria-labelledby=\"outcomes\">\n<h2 id=\"outcomes\">Outcomes</h2>\n<ul class=\"tiles\">");
        foreach (IGrouping<string, ReportRow> group in ByOutcome())
        {
            page.WriteLine(FormattableString.Invariant($"<li class=\"tile {Class(group.Key)}\"><span class=\"name\">{Encode(NameOf(group.Key))}</span><span class=\"number\">{group.Count()}</span>"));
            page.WriteLine($"<span class=\"rupees\">&#8377; {ReportAmount.Show(Sum(group))}</span><span class=\"meaning\">{Encode(MeaningOf(group.Key))}</span></li>");
        }
        page.WriteLine("</ul>");
        var registered = rows.Where(row => row.IsRegistered).ToList();
        if (registered.Count > 0)
            page.WriteLine($"<p>Registered in all: <strong>&#8377; {ReportAmount.Show(Sum(registered))}</strong>{Encode(PerType(registered))}.</p>");
        page.WriteLine("</section>");
    }

    private void WriteFailures(TextWriter page)
    {
        var failures = rows.SelectMany(row => row.Codes).GroupBy(code => code, StringComparer.OrdinalIgnoreCase)
            .Select(group => new KeyValuePair<string, int>(group.Key, group.Count()))
            .OrderByDescending(failure => failure.Value).ThenBy(failure => failure.Key, StringComparer.Ordinal).ToList();
        if (failures.Count == 0)
            return;
        page.WriteLine("<section aria-labelledby=\"failures\">\n<h2 id=\"failures\">Failures by code</h2>\n<p>A document can have several codes.</p>");
        FailureChart.Write(page, failures);
        page.WriteLine("<table>\n<caption class=\"unseen\">Codes with meaning and what to do</caption>\n<thead><tr><th scope=\"col\">Code</th><th scope=\"col\" class=\"amount\">Documents</th><th scope=\"col\">Meaning</th><th scope=\"col\">What to do</th></tr></thead>\n<tbody>");
        foreach (KeyValuePair<string, int> failure in failures)
            page.WriteLine(FormattableString.Invariant($"<tr><td class=\"code\">{Encode(failure.Key)}</td><td class=\"amount\">{failure.Value}</td><td>{Encode(FailureChart.Meaning(failure.Key))}</td><td>{Encode(ErrorCatalogue.Find(failure.Key)?.Remedy ?? ErrorCatalogue.GeneralRemedy)}</td></tr>"));
        page.WriteLine("</tbody>\n</table>\n</section>");
    }

    private void WriteDocuments(TextWriter page)
    {
        page.WriteLine("<section aria-labelledby=\"documents\">\n<h2 id=\"documents\">Documents</h2>");
        page.WriteLine("<p class=\"controls\" hidden><label>Show <select id=\"filter\"><option value=\"\">all outcomes</option>");
        foreach (IGrouping<string, ReportRow> group in ByOutcome())
            page.WriteLine($"<option value=\"{Encode(group.Key)}\">{Encode(NameOf(group.Key))}</option>");
        page.WriteLine("</select></label> <span id=\"shown\" role=\"status\"></span></p>");
        page.WriteLine("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"documents\">\n<table id=\"rows\">\n<thead><tr>");
        foreach (string name in new[] { "Outcome", "Type", "Number", "Date", "Buyer", "Total", "E-way bill", "IRN or error" })
            page.WriteLine($"<th scope=\"col\"{(name == "Total" ? " class=\"amount\" data-sort=\"number\"" : "")}>{name}</th>");
        page.WriteLine("</tr></thead>\n<tbody>");
        foreach (ReportRow row in rows)
            WriteDocument(page, row);
        page.WriteLine("</tbody>\n</table>\n</div>\n</section>");
    }

    private static void WriteDocument(TextWriter page, ReportRow row)
    {
        string raw = row.InvoiceTotal?.ToString(CultureInfo.InvariantCulture) ?? "";
        page.WriteLine(
            $"<tr data-outcome=\"{Encode(row.Outcome)}\"><td><span class=\"badge {Class(row.Outcome)}\">{Encode(NameOf(row.Outcome))}</span></td><td>{Encode(row.DocumentType)}</td><td class=\"document\">{Encode(row.DocumentNumber)}</td>"
            + $"<td class=\"date\">{Encode(row.DocumentDate)}</td><td>{Encode(row.BuyerGstin)}</td><td class=\"amount\" data-value=\"{raw}\">{ReportAmount.Show(row.InvoiceTotal)}</td><td>{Encode(row.EwbNumber)}</td><td>{LastCell(row)}</td></tr>");
    }

    private static string LastCell(ReportRow row)
    {
        var cell = new StringBuilder();
        if (!string.IsNullOrEmpty(row.Irn))
            cell.Append("<span class=\"irn\">").Append(Encode(row.Irn)).Append("</span>");
        if (row.Sandbox)
            cell.Append(" <span class=\"mark\">sandbox</span>");
        if (!string.IsNullOrEmpty(row.ErrorMessage) || !string.IsNullOrEmpty(row.ErrorCode))
            cell.Append("<span class=\"error\">").Append(Encode(string.IsNullOrEmpty(row.ErrorMessage) ? row.ErrorCode : row.ErrorMessage)).Append("</span>");
        return cell.ToString();
    }

    private IEnumerable<IGrouping<string, ReportRow>> ByOutcome() => rows.GroupBy(row => row.Outcome, StringComparer.Ordinal)
        .OrderBy(group => Array.IndexOf(OutcomeOrder, group.Key) is int place and >= 0 ? place : OutcomeOrder.Length).ThenBy(group => group.Key, StringComparer.Ordinal);

    // A credit note takes away what an invoice asked for.
    private static decimal Sum(IEnumerable<ReportRow> some) => some.Sum(row => (row.DocumentType == "CRN" ? -1 : 1) * (row.InvoiceTotal ?? 0));

    private static string PerType(List<ReportRow> some)
    {
        string parts = string.Join(", ", new[] { (Type: "INV", Name: "invoices"), (Type: "DBN", Name: "debit notes"), (Type: "CRN", Name: "credit notes") }
            .Select(kind => (kind.Name, Amount: some.Where(row => row.DocumentType == kind.Type).Sum(row => row.InvoiceTotal ?? 0)))
            .Where(part => part.Amount != 0)
            .Select(part => part.Name + " " + ReportAmount.Show(part.Amount)));
        return parts.Length == 0 ? "" : $" ({parts}; credit notes are taken off)";
    }

    private static string Documents(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " document" : " documents");

    private static string NameOf(string outcome) => outcome == "InDoubt" ? "In doubt" : outcome;

    private static string MeaningOf(string outcome) => OutcomeMeanings.TryGetValue(outcome, out string? meaning) ? meaning : "";

    // Of known outcomes alone: a class must not come from a value.
    private static string Class(string outcome) => OutcomeMeanings.ContainsKey(outcome) ? outcome.ToLowerInvariant() : "unknown";

    private static string Encode(string? text) => HtmlText.Encode(text);

    private static string Resource(string name) => Encoding.UTF8.GetString(EmbeddedData.ReadAll(name));

    private static string Hash(string script)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(script);
#if NETFRAMEWORK
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(bytes));
#else
        return Convert.ToBase64String(SHA256.HashData(bytes));
#endif
    }
}
