using System.Globalization;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Checks one document offline: NIC's schema INV-01, its arithmetic and its rules across fields (nic-rules 2.1, 2.2, 2.6).</summary>
/// <remarks>
/// Errors are what the portal refuses; warnings are rules that real, accepted documents break, and lists that age.
/// A rule is silent where the schema has refused a value that it needs, and about amounts that only follow from a wrong one.
/// </remarks>
internal static class InvoiceRules
{
    /// <summary>Checks a document.</summary>
    /// <param name="invoice">The document. It is not changed.</param>
    /// <param name="settings">Environment, day, lists.</param>
    /// <param name="issues">Takes the issues. Those it holds already, from reading the document, keep rules silent about their fields.</param>
    public static void Check(OctaInvoice invoice, RuleSettings settings, IssueList issues)
    {
        var schema = new SchemaChecker(issues, invoice, settings.ForPaymentQr, settings.Today);
        InvoiceShapes.Invoice.Check(invoice, schema);
        var document = new DocumentUnderCheck(invoice, settings, issues, schema);
        TransactionRules.Check(document);
        DateRules.Check(document);
        PartyRules.Check(document);
        PlaceRules.Check(document);
        ExportRules.Check(document);
        LineRules.Check(document);
        ArithmeticRules.Check(document);
        if (!settings.ForPaymentQr)
            EwbRules.Check(document);
        if (settings.Strict)
            issues.RaiseWarnings();
    }

    /// <summary>Checks the size of a request: the portal takes at most 2 MB.</summary>
    /// <param name="body">The document as InvoiceJson.Write gives it.</param>
    /// <param name="issues">Takes the issue.</param>
    /// <param name="row">Input row of the document, or null.</param>
    public static void CheckSize(byte[] body, IssueList issues, int? row = null)
    {
        int most = RuleBook.Limits.BodyBytes;
        if (body.Length <= most)
            return;
        RuleFacts facts = RuleBook.Of(Rule.BodyTooLarge);
        issues.Add(new Issue
        {
            Severity = facts.Severity,
            Code = facts.Code,
            NicCode = facts.NicCode,
            Path = facts.Path,
            Row = row,
            Message = facts.Message,
            Given = string.Format(CultureInfo.InvariantCulture, "{0} bytes", body.Length),
            Expected = string.Format(CultureInfo.InvariantCulture, "at most {0} bytes", most),
            Remedy = facts.Remedy,
        });
    }
}
