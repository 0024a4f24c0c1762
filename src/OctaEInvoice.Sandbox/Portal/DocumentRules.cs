using System.Globalization;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>NIC's rules about a document: the Engine's errors against the test environment, and the standing of its parties.</summary>
internal static class DocumentRules
{
    // NIC's codes of the e-way bill alone: a document that breaks them is registered all the same, without the e-way bill.
    private const int FirstEwbCode = 4000;
    private const int LastEwbCode = 4999;

    private const string SchemaBreach = "5002";

    /// <summary>The rules that a document breaks.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="issues">What reading it found; takes the rest.</param>
    /// <param name="today">Today in India.</param>
    /// <param name="forPaymentQr">True for a B2C document, which gets a payment QR code.</param>
    /// <returns>Errors only.</returns>
    internal static IReadOnlyList<Issue> Check(OctaInvoice invoice, IssueList issues, IndiaDate today, bool forPaymentQr = false)
    {
        InvoiceRules.Check(invoice, new RuleSettings { Environment = OctaEnvironment.Test, Today = today, ForPaymentQr = forPaymentQr }, issues);
        return [.. issues.All.Where(issue => issue.Severity == IssueSeverity.Error)];
    }

    /// <summary>True for a rule about the e-way bill alone.</summary>
    internal static bool IsOfEwb(Issue issue) =>
        int.TryParse(issue.NicCode, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= FirstEwbCode and <= LastEwbCode;

    /// <summary>A broken rule as entries of Errors: Octa's code of the field, and beside it NIC's code of the rule. A breach of the schema is Octa's alone: it refuses it before NIC sees it.</summary>
    internal static IEnumerable<ServerError> Errors(Issue issue, OctaInvoice invoice)
    {
        yield return new ServerError { Code = issue.Code, Message = $"{issue.Path}: {issue.Message}" };
        if (issue.NicCode is not null and not SchemaBreach)
            yield return Codes.Of(issue.NicCode, LineNumber(issue.Path, invoice) ?? issue.Given ?? issue.Path);
    }

    /// <summary>What NIC has against the document's parties; null when nothing.</summary>
    internal static ServerError[]? Parties(OctaInvoice invoice)
    {
        string seller = invoice.Gstin!;
        if (TaxpayerRegister.Find(seller) is { Standing.IsSezUnit: true })
            return Codes.WithOctas("2231", seller);
        string? buyer = invoice.Buyer?.Gstin;
        if (invoice.Transaction?.SupplyType == "B2B" && TaxpayerRegister.Find(buyer ?? "") is { Standing.IsSezUnit: true })
            return Codes.WithOctas("2246", "B2B");
        return Standing(seller) ?? Standing(buyer) ?? Standing(invoice.ShipTo?.Gstin);
    }

    private static ServerError[]? Standing(string? gstin)
    {
        if (gstin is null or "URP")
            return null;
        if (TaxpayerRegister.Find(gstin) is not Taxpayer taxpayer)
            return Codes.WithOctas("3028", gstin);
        if (taxpayer.Standing.IsCancelled)
            return Codes.WithOctas("3029", gstin);
        return taxpayer.Standing.IsInactive ? Codes.WithOctas("3076", gstin) : null;
    }

    /// <summary>The serial number of the line that a path lies in.</summary>
    private static string? LineNumber(string path, OctaInvoice invoice)
    {
        int start = path.IndexOf('[') + 1;
        int end = path.IndexOf(']');
        return path.StartsWith("ItemList[", StringComparison.Ordinal) && end > start
            ? invoice.Items?[int.Parse(path.Substring(start, end - start), CultureInfo.InvariantCulture)].LineNumber
            : null;
    }
}
