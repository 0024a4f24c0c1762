using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Tests.Input;

/// <summary>One fault in the input is one issue, also where much else can't be filled in without the value.</summary>
public class ConsequentialGapsTests
{
    [Theory]
    [InlineData("UnitPrice", "as agreed")]
    [InlineData("UnitPrice", "")]
    [InlineData("Quantity", "ten")]
    [InlineData("Quantity", "")]
    [InlineData("GstRate", "eighteen")]
    [InlineData("GstRate", "")]
    [InlineData("HsnCode", "")]
    [InlineData("HsnCode", "848")]
    [InlineData("BuyerGstin", "")]
    [InlineData("BuyerGstin", "29AAHCK7310R1Z")]
    [InlineData("SellerGstin", "")]
    [InlineData("DocumentDate", "soon")]
    [InlineData("DocumentNumber", "")]
    [InlineData("ItemDiscount", "half")]
    [InlineData("Unit", "")]
    [InlineData("BuyerStateCode", "Karnataka")]
    [InlineData("SellerStateCode", "Maharashtra")]
    [InlineData("PlaceOfSupply", "Karnataka")]
    [InlineData("PlaceOfSupply", "\uFFFD")]
    [InlineData("SupplyType", "B 2 B")]
    [InlineData("DocumentType", "Bill")]
    [InlineData("ReverseCharge", "perhaps")]
    [InlineData("IsService", "perhaps")]
    public void One_broken_cell_is_one_issue(string column, string cell)
    {
        Issue issue = Assert.Single(Checked(Intake.Draft(SampleRow.With((column, cell)))));
        Assert.Equal(column, issue.Column);
        Assert.Equal(IssueSeverity.Error, issue.Severity);
    }

    [Fact]
    public void A_document_of_another_seller_is_not_blamed_for_what_the_profile_would_give()
    {
        var intake = new InvoiceIntake(new SellerDetails { Gstin = SampleRow.LocalBuyer });
        InvoiceDraft draft = Assert.Single(Intake.Drafts(intake, SampleRow.With(("SellerLegalName", ""), ("SellerAddress1", ""), ("SellerLocation", ""), ("SellerPin", ""))));
        Assert.Equal("The document is of another seller than the connection.", Assert.Single(Checked(draft)).Message);
    }

    [Fact]
    public void Without_a_buyer_only_what_he_alone_can_tell_is_missing()
    {
        InvoiceDraft draft = Intake.Draft(SampleRow.Without("BuyerGstin", "BuyerLegalName", "BuyerAddress1", "BuyerLocation", "BuyerPin"));
        Assert.Equal(["BuyerGstin", "BuyerLegalName", "BuyerAddress1", "BuyerLocation"], Checked(draft).Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Column));
    }

    [Fact]
    public void A_B2C_document_still_needs_its_place_of_supply()
    {
        InvoiceDraft draft = Intake.Draft(SampleRow.With(("SupplyType", "B2C"), ("BuyerGstin", "")));
        Assert.Equal(["PlaceOfSupply"], Checked(draft, forPaymentQr: true).Select(issue => issue.Column));
    }

    private static IReadOnlyList<Issue> Checked(InvoiceDraft draft, bool forPaymentQr = false)
    {
        var settings = new RuleSettings { Environment = OctaEnvironment.Production, Today = new IndiaDate(2026, 11, 22), ForPaymentQr = forPaymentQr };
        InvoiceRules.Check(draft.Invoice, settings, draft.Issues);
        return draft.Issues.All;
    }
}
