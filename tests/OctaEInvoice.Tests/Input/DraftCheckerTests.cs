using System.Text;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Tests.Rules;
using OctaEInvoice.Tests.Sandbox.Handlers;

namespace OctaEInvoice.Tests.Input;

/// <summary>The one check that Test-OctaInvoice and New-OctaIrn share.</summary>
public class DraftCheckerTests
{
    private static readonly DraftChecker Checker = DraftChecker.For(OctaEnvironment.Test, isStrict: false, clock: MovableClock.NoonOf(DocumentUnderTest.Today));

    [Fact]
    public void A_document_that_may_be_sent_has_the_bytes_that_are_sent()
    {
        InvoiceDraft draft = Draft(DocumentUnderTest.InterState());
        CheckedDraft? document = Checker.Check(draft);
        Assert.NotNull(document);
        Assert.Same(draft, document.Draft);
        Assert.Equal(InvoiceJson.Write(draft.Invoice), document.Body);
    }

    [Fact]
    public void A_document_of_more_than_two_megabytes_is_refused_before_it_is_sent()
    {
        InvoiceDraft draft = Draft(Large());
        Assert.Null(Checker.Check(draft));
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal(("OCTA-300", "5002", IssueSeverity.Error, "at most 2097152 bytes"), (issue.Code, issue.NicCode, issue.Severity, issue.Expected));
        DocumentCheck check = DocumentChecks.Of(draft);
        Assert.False(check.IsValid);
        Assert.Equal(1, check.ErrorCount);
    }

    [Fact]
    public void The_refusal_of_a_large_document_says_what_its_check_says()
    {
        InvoiceDraft draft = Draft(Large());
        Checker.Check(draft);
        RegistrationOutcome outcome = RegistrationOutcome.Refused(draft, isSandbox: true);
        Assert.Equal((DocumentOutcome.Rejected, FailureClass.OctaValidation, "OCTA-300,5002"), (outcome.Outcome, outcome.Failure, outcome.Result.ErrorCode));
        Assert.Equal(DocumentChecks.Of(draft).Issues.Single().ToString(), outcome.Message);
        Assert.True(outcome.Result.Sandbox);
    }

    [Fact]
    public void The_size_of_a_document_with_errors_is_not_judged()
    {
        InvoiceDraft draft = Draft(Large().With("BuyerDtls.LglNm", null));
        Assert.Null(Checker.Check(draft));
        Assert.Equal("BuyerDtls.LglNm", Assert.Single(draft.Issues.All).Path);
    }

    private static DocumentUnderTest Large()
    {
        DocumentUnderTest document = DocumentUnderTest.InterState();
        for (int i = 0; i < 800; i++)
            document.With($"AddlDocDtls[{i}].Docs", new string('\u0932', 1000));
        return document;
    }

    private static InvoiceDraft Draft(DocumentUnderTest document) => new InvoiceIntake().AddJson(Encoding.UTF8.GetBytes(document.Json))[0];
}
