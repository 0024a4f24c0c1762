using System.Globalization;
using OctaEInvoice.Engine.Fields;
using OctaEInvoice.Sandbox.Answers;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>NIC's rules about a document, by the Engine's: errors against the test environment are refusals.</summary>
internal static class DocumentRules
{
    // NIC's codes of the e-way bill alone: a document that breaks them is registered all the same, without the e-way bill.
    private const int FirstEwbCode = 4000;
    private const int LastEwbCode = 4999;

    private const string SchemaBreach = "5002";

    /// <summary>The findings that are errors.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="issues">What reading it found; takes the rest.</param>
    /// <param name="today">Today in India.</param>
    internal static IReadOnlyList<Issue> Check(OctaInvoice invoice, IssueList issues, IndiaDate today)
    {
        _ = today;
        InvoiceShapes.Invoice.Check(invoice, new SchemaChecking(issues));
        return [.. issues.All.Where(issue => issue.Severity == IssueSeverity.Error)];
    }

    /// <summary>True for a rule about the e-way bill alone.</summary>
    internal static bool IsOfEwb(Issue issue) =>
        int.TryParse(issue.NicCode, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= FirstEwbCode and <= LastEwbCode;

    /// <summary>A finding as entries of Errors: Octa's code of the field, and beside it NIC's code of the rule. A breach of the schema is Octa's alone: it refuses it before NIC sees it.</summary>
    internal static IEnumerable<ServerError> Errors(Issue issue)
    {
        string message = $"{issue.Path}: {issue.Message}";
        yield return new ServerError { Code = issue.Code, Message = message };
        if (issue.NicCode is not null and not SchemaBreach)
            yield return new ServerError { Code = issue.NicCode, Message = message };
    }
}
