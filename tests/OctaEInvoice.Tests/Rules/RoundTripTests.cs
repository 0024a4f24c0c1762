using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

public class RoundTripTests
{
    private const int Documents = 3000;

    [Fact]
    public void A_valid_document_is_written_read_and_written_again_byte_for_byte() =>
        Check(document =>
        {
            var issues = new IssueList();
            byte[] written = InvoiceJson.Write(document.ToInvoice(issues));
            OctaInvoice read = InvoiceJson.Read(written, issues);
            return (written.AsSpan().SequenceEqual(InvoiceJson.Write(read)) && issues.All.Count == 0).Label(Encoding.UTF8.GetString(written) + "\n" + Lines(issues));
        });

    [Fact]
    public void Rules_find_no_error_of_the_schema_in_a_valid_document() =>
        Check(document =>
        {
            var issues = new IssueList();
            OctaInvoice invoice = document.ToInvoice(issues);
            InvoiceRules.Check(invoice, new RuleSettings { Today = DocumentUnderTest.Today }, issues);
            return issues.All.All(issue => issue.NicCode is not (null or "5002") || issue.Severity == IssueSeverity.Warning).Label(Lines(issues));
        });

    [Fact]
    public void A_check_changes_nothing_and_says_the_same_twice() =>
        Check(document =>
        {
            OctaInvoice invoice = document.ToInvoice(new IssueList());
            byte[] before = InvoiceJson.Write(invoice);
            var first = new IssueList();
            var second = new IssueList();
            InvoiceRules.Check(invoice, new RuleSettings { Today = DocumentUnderTest.Today }, first);
            InvoiceRules.Check(invoice, new RuleSettings { Today = DocumentUnderTest.Today }, second);
            return (before.AsSpan().SequenceEqual(InvoiceJson.Write(invoice)) && Lines(first) == Lines(second)).Label(Lines(first));
        });

    private static void Check(Func<GeneratedDocument, Property> property) =>
        Prop.ForAll(GeneratedDocument.Arbitrary, property).Check(Config.QuickThrowOnFailure.WithMaxTest(Documents).WithQuietOnSuccess(true));

    private static string Lines(IssueList issues) => string.Join("\n", issues.All);
}
