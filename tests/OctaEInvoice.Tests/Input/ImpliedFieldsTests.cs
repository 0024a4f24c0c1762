using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

public class ImpliedFieldsTests
{
    private static readonly SellerDetails Profile = new()
    {
        Gstin = SampleRow.Seller,
        LegalName = "Vindhya Components Private Limited",
        TradeName = "Vindhya",
        Address1 = "Plot 14, MIDC Bhosari",
        Address2 = "Sector 7",
        Location = "Pune",
        Pin = 411026,
        StateCode = "27",
        Phone = "02027120000",
        Email = "accounts@vindhya.example.in",
    };

    [Fact]
    public void What_has_one_possible_answer_is_filled_in()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(), SampleRow.With(("HsnCode", "998714"), ("Unit", "")));
        Assert.Equal("1.1", invoice.SchemaVersion);
        Assert.Equal(("GST", "B2B", "N", null), (invoice.Transaction!.TaxScheme, invoice.Transaction.SupplyType, invoice.Transaction.ReverseCharge, invoice.Transaction.IgstOnIntra));
        Assert.Equal("27", invoice.Seller!.StateCode);
        Assert.Equal(("29", "29"), (invoice.Buyer!.StateCode, invoice.Buyer.PlaceOfSupply));
        Assert.Equal([("1", "N"), ("2", "Y")], invoice.Items!.Select(item => (item.LineNumber!, item.IsService!)));
    }

    [Fact]
    public void The_place_of_supply_that_was_taken_from_the_buyers_state_is_noted()
    {
        InvoiceDraft draft = Intake.Draft(SampleRow.With());
        Assert.Equal("Place of supply of INV V/26-27/101 is taken from the buyer's state, 29.", Assert.Single(draft.Notes));
        Assert.Empty(Intake.Draft(SampleRow.With(("PlaceOfSupply", "29"))).Notes);
    }

    [Theory]
    [InlineData("7", "07")]
    [InlineData("07", "07")]
    [InlineData(9.0, "09")]
    [InlineData("29", "29")]
    public void A_one_digit_state_code_gets_its_zero_back(object cell, string code) =>
        Assert.Equal(code, Intake.Invoice(SampleRow.With(("PlaceOfSupply", cell))).Buyer!.PlaceOfSupply);

    [Theory]
    [InlineData("EXPWP")]
    [InlineData("expwop")]
    public void A_buyer_abroad_is_unregistered_in_state_96_with_PIN_999999(string supplyType)
    {
        Dictionary<string, object?> row = SampleRow.Without("BuyerGstin", "BuyerPin");
        row["SupplyType"] = supplyType;
        InvoiceDraft draft = Intake.Draft(row);
        BuyerDetails buyer = draft.Invoice.Buyer!;
        Assert.Equal(("URP", "96", "96", 999999), (buyer.Gstin, buyer.StateCode, buyer.PlaceOfSupply, buyer.Pin));
        Assert.Empty(draft.Notes);
        Assert.Empty(draft.Issues.All);
    }

    [Fact]
    public void What_is_given_is_kept()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(
            ("SupplyType", "SEZWP"), ("ReverseCharge", "Y"), ("PlaceOfSupply", "33"), ("BuyerStateCode", "29"), ("LineNumber", "7"), ("IsService", "Y"), ("SellerStateCode", "27")));
        Assert.Equal(("SEZWP", "Y"), (invoice.Transaction!.SupplyType, invoice.Transaction.ReverseCharge));
        Assert.Equal(("29", "33"), (invoice.Buyer!.StateCode, invoice.Buyer.PlaceOfSupply));
        Assert.Equal(("7", "Y"), (invoice.Items![0].LineNumber, invoice.Items[0].IsService));
    }

    [Fact]
    public void A_line_without_a_number_never_gets_that_of_another_line()
    {
        OctaInvoice invoice = Intake.Invoice(SampleRow.With(), SampleRow.With(("LineNumber", "1")), SampleRow.With(("LineNumber", "03")), SampleRow.With(("Quantity", "2")));
        Assert.Equal(["2", "1", "03", "4"], invoice.Items!.Select(item => item.LineNumber));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("998")]
    public void A_code_that_says_nothing_leaves_goods_or_service_open(string? hsn) =>
        Assert.Null(Intake.Draft(SampleRow.With(("HsnCode", hsn))).Invoice.Items![0].IsService);

    [Fact]
    public void The_profile_gives_the_seller_that_rows_lack()
    {
        Dictionary<string, object?> row = SampleRow.Without("SellerGstin", "SellerLegalName", "SellerAddress1", "SellerLocation", "SellerPin");
        InvoiceDraft draft = Assert.Single(Intake.Drafts(new InvoiceIntake(Profile), row));
        SellerDetails seller = draft.Invoice.Seller!;
        Assert.Equal((SampleRow.Seller, "Vindhya Components Private Limited", "Vindhya"), (seller.Gstin, seller.LegalName, seller.TradeName));
        Assert.Equal(("Plot 14, MIDC Bhosari", "Sector 7", "Pune", 411026, "27"), (seller.Address1, seller.Address2, seller.Location, seller.Pin, seller.StateCode));
        Assert.Equal(("02027120000", "accounts@vindhya.example.in"), (seller.Phone, seller.Email));
        Assert.NotSame(Profile, seller);
    }

    [Fact]
    public void An_address_of_the_row_is_not_mixed_with_that_of_the_profile()
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(new InvoiceIntake(Profile), SampleRow.With(("SellerAddress1", "Godown 3, Chakan"), ("SellerLocation", "Chakan"), ("SellerPin", "410501"))));
        SellerDetails seller = draft.Invoice.Seller!;
        Assert.Equal(("Godown 3, Chakan", null, "Chakan", 410501), (seller.Address1, seller.Address2, seller.Location, seller.Pin));
        Assert.Equal("Vindhya", seller.TradeName);
    }

    [Fact]
    public void A_row_of_another_seller_is_refused_and_never_becomes_a_document_of_this_one()
    {
        InvoiceDraft draft = Assert.Single(Intake.Drafts(new InvoiceIntake(Profile), SampleRow.With(("SellerGstin", SampleRow.LocalBuyer), ("SellerLegalName", ""))));
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal("The document is of another seller than the connection.", issue.Message);
        Assert.Equal(("SellerGstin", "OCTA-001", 1), (issue.Column, issue.Code, issue.Row));
        Assert.Equal((SampleRow.LocalBuyer, SampleRow.Seller), (issue.Given, issue.Expected));
        Assert.Equal($"Send it with the profile of {SampleRow.LocalBuyer}, or correct SellerGstin.", issue.Remedy);
        Assert.Equal(SampleRow.LocalBuyer, draft.Invoice.Gstin);
        Assert.Null(draft.Invoice.Seller!.LegalName);
    }

    [Fact]
    public void A_seller_in_small_letters_is_the_same_seller()
    {
        var intake = new InvoiceIntake(new SellerDetails { Gstin = SampleRow.Seller });
        Assert.Empty(Assert.Single(Intake.Drafts(intake, SampleRow.With(("SellerGstin", "27aadcv4821m1z0")))).Issues.All);
    }
}
