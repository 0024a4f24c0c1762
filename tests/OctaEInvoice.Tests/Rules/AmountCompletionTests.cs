using FsCheck;
using FsCheck.Fluent;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Tests.Rules;

public class AmountCompletionTests
{
    [Fact]
    public void Within_a_state_half_the_rate_goes_to_the_centre_and_half_to_the_state()
    {
        OctaInvoice invoice = Completed(Document("27", "27"), Line(10, 100.25m, 18));
        InvoiceItem item = invoice.Items![0];
        Assert.Equal((1002.50m, 1002.50m), (item.GrossAmount, item.TaxableValue));
        Assert.Equal((0m, 90.23m, 90.23m), (item.IgstAmount, item.CgstAmount, item.SgstAmount));
        Assert.Equal(1182.96m, item.Total);
        InvoiceTotals totals = invoice.Totals!;
        Assert.Equal((1002.50m, 0m, 90.23m, 90.23m), (totals.TaxableValue, totals.Igst, totals.Cgst, totals.Sgst));
        Assert.Equal((0m, 0m, null, 1182.96m), (totals.Cess, totals.StateCess, totals.RoundOff, totals.Total));
    }

    [Fact]
    public void Between_states_the_whole_rate_is_integrated_tax()
    {
        OctaInvoice invoice = Completed(Document("27", "29"), Line(10, 100.25m, 18));
        InvoiceItem item = invoice.Items![0];
        Assert.Equal((180.45m, 0m, 0m, 1182.95m), (item.IgstAmount, item.CgstAmount, item.SgstAmount, item.Total));
        Assert.Equal((180.45m, 0m, 0m, 1182.95m), (invoice.Totals!.Igst, invoice.Totals.Cgst, invoice.Totals.Sgst, invoice.Totals.Total));
    }

    [Theory]
    [InlineData("B2B", "27", "27", 0, 90, 1180)]
    [InlineData("B2B", "7", "07", 0, 90, 1180)]
    [InlineData("B2B", "27", "29", 180, 0, 1180)]
    [InlineData("DEXP", "27", "27", 0, 90, 1180)]
    [InlineData("DEXP", "27", "29", 180, 0, 1180)]
    [InlineData("SEZWP", "27", "27", 180, 0, 1180)]
    [InlineData("SEZWOP", "27", "27", 0, 0, 1000)]
    [InlineData("SEZWOP", "27", "29", 0, 0, 1000)]
    [InlineData("EXPWP", "27", "96", 180, 0, 1180)]
    [InlineData("EXPWOP", "27", "96", 0, 0, 1000)]
    public void The_type_of_supply_and_the_states_decide_on_the_tax(string supplyType, string seller, string place, decimal igst, decimal half, decimal total)
    {
        OctaInvoice invoice = Completed(Document(seller, place, supplyType), Line(10, 100, 18));
        InvoiceItem item = invoice.Items![0];
        Assert.Equal((igst, half, half, total), (item.IgstAmount, item.CgstAmount, item.SgstAmount, item.Total));
        Assert.Equal(total, invoice.Totals!.Total);
    }

    [Fact]
    public void IGST_within_a_state_is_charged_when_the_document_says_so()
    {
        OctaInvoice document = Document("27", "27");
        document.Transaction!.IgstOnIntra = "Y";
        InvoiceItem item = Completed(document, Line(10, 100, 18)).Items![0];
        Assert.Equal((180m, 0m, 0m), (item.IgstAmount, item.CgstAmount, item.SgstAmount));
    }

    [Fact]
    public void Under_reverse_charge_the_tax_is_shown_and_not_demanded()
    {
        OctaInvoice document = Document("27", "29");
        document.Transaction!.ReverseCharge = "Y";
        InvoiceItem line = Line(10, 100, 18);
        line.OtherCharges = 50;
        OctaInvoice invoice = Completed(document, line);
        Assert.Equal((180m, 1050m), (invoice.Items![0].IgstAmount, invoice.Items[0].Total));
        Assert.Equal((180m, 1050m), (invoice.Totals!.Igst, invoice.Totals.Total));
    }

    [Fact]
    public void Cesses_by_value_are_computed_and_those_by_quantity_are_added()
    {
        InvoiceItem line = Line(10, 100, 28);
        line.CessRate = 12;
        line.CessNonAdvalorem = 41.70m;
        line.StateCessRate = 1;
        line.StateCessNonAdvalorem = 5;
        OctaInvoice invoice = Completed(Document("27", "29"), line);
        Assert.Equal((280m, 120m, 10m), (line.IgstAmount, line.CessAmount, line.StateCessAmount));
        Assert.Equal(1456.70m, line.Total);
        Assert.Equal((161.70m, 15m, 1456.70m), (invoice.Totals!.Cess, invoice.Totals.StateCess, invoice.Totals.Total));
    }

    [Fact]
    public void Discounts_and_charges_count_once_on_the_line_and_once_on_the_document()
    {
        InvoiceItem line = Line(10, 100, 18);
        line.Discount = 50;
        line.OtherCharges = 25;
        OctaInvoice document = Document("27", "29");
        document.Totals = new InvoiceTotals { Discount = 100, OtherCharges = 60, RoundOff = -0.50m };
        OctaInvoice invoice = Completed(document, line);
        Assert.Equal((1000m, 950m, 171m, 1146m), (line.GrossAmount, line.TaxableValue, line.IgstAmount, line.Total));
        Assert.Equal((950m, 100m, 60m, -0.50m, 1105.50m), (invoice.Totals!.TaxableValue, invoice.Totals.Discount, invoice.Totals.OtherCharges, invoice.Totals.RoundOff, invoice.Totals.Total));
    }

    [Theory]
    [InlineData(1183, 0.05)]
    [InlineData(1182, -0.95)]
    [InlineData(1182.50, -0.45)]
    [InlineData(1183.94, 0.99)]
    [InlineData(1181.96, -0.99)]
    public void A_total_given_without_its_round_off_says_what_it_was(decimal total, decimal roundOff)
    {
        OctaInvoice document = Document("27", "29");
        document.Totals = new InvoiceTotals { Total = total };
        Assert.Equal((roundOff, total), (Completed(document, Line(10, 100.25m, 18)).Totals!.RoundOff, document.Totals.Total));
    }

    [Theory]
    [InlineData(1182.95)]
    [InlineData(1183.95)]
    [InlineData(1181.95)]
    [InlineData(1200)]
    public void A_total_that_fits_needs_no_round_off_and_one_a_rupee_off_is_left_to_the_rules(decimal total)
    {
        OctaInvoice document = Document("27", "29");
        document.Totals = new InvoiceTotals { Total = total };
        Assert.Null(Completed(document, Line(10, 100.25m, 18)).Totals!.RoundOff);
        Assert.Equal(total, document.Totals.Total);
    }

    [Theory]
    [InlineData(3, 33.335, 100.01)]
    [InlineData(1, 0.005, 0.01)]
    [InlineData(1, 2.665, 2.67)]
    [InlineData(1, 2.664, 2.66)]
    public void Half_a_paisa_is_rounded_up(decimal quantity, decimal price, decimal gross) =>
        Assert.Equal(gross, Completed(Document("27", "29"), Line(quantity, price, 0)).Items![0].GrossAmount);

    [Theory]
    [InlineData(10.50, 5, 0.53)]
    [InlineData(10.10, 5, 0.51)]
    [InlineData(0.10, 5, 0.01)]
    [InlineData(0.09, 5, 0.00)]
    public void Tax_of_half_a_paisa_is_rounded_up(decimal price, decimal rate, decimal tax) =>
        Assert.Equal(tax, Completed(Document("27", "29"), Line(1, price, rate)).Items![0].IgstAmount);

    [Fact]
    public void Given_amounts_stay_as_they_are_right_or_wrong()
    {
        var line = new InvoiceItem
        {
            Quantity = 10,
            UnitPrice = 100,
            GrossAmount = 999,
            TaxableValue = 998,
            GstRate = 18,
            IgstAmount = 1,
            CgstAmount = 2,
            SgstAmount = 3,
            CessRate = 5,
            CessAmount = 4,
            StateCessRate = 5,
            StateCessAmount = 6,
            Total = 7,
        };
        OctaInvoice document = Document("27", "29");
        document.Totals = new InvoiceTotals { TaxableValue = 11, Igst = 12, Cgst = 13, Sgst = 14, Cess = 15, StateCess = 16, RoundOff = 17, Total = 18 };
        Completed(document, line);
        Assert.Equal((999m, 998m, 1m, 2m, 3m, 4m, 6m, 7m), (line.GrossAmount, line.TaxableValue, line.IgstAmount, line.CgstAmount, line.SgstAmount, line.CessAmount, line.StateCessAmount, line.Total));
        InvoiceTotals totals = document.Totals;
        Assert.Equal((11m, 12m, 13m, 14m, 15m, 16m, 17m, 18m), (totals.TaxableValue, totals.Igst, totals.Cgst, totals.Sgst, totals.Cess, totals.StateCess, totals.RoundOff, totals.Total));
    }

    [Fact]
    public void What_is_missing_is_computed_from_what_is_given()
    {
        var service = new InvoiceItem { UnitPrice = 4999.99m, GstRate = 18 };
        var byGross = new InvoiceItem { Quantity = 3, GrossAmount = 100, GstRate = 18 };
        var byTaxable = new InvoiceItem { Quantity = 4, TaxableValue = 90, Discount = 10, GstRate = 18 };
        var withoutQuantity = new InvoiceItem { TaxableValue = 250, GstRate = 0 };
        OctaInvoice invoice = Completed(Document("27", "29"), service, byGross, byTaxable, withoutQuantity);
        Assert.Equal((4999.99m, 4999.99m), (service.GrossAmount, service.TaxableValue));
        Assert.Equal((33.333m, 100m), (byGross.UnitPrice, byGross.TaxableValue));
        Assert.Equal((100m, 25m), (byTaxable.GrossAmount, byTaxable.UnitPrice));
        Assert.Equal((250m, 250m, 0m), (withoutQuantity.GrossAmount, withoutQuantity.UnitPrice, withoutQuantity.IgstAmount));
        Assert.Equal(5439.99m, invoice.Totals!.TaxableValue);
    }

    [Fact]
    public void While_a_line_lacks_its_value_there_is_no_total()
    {
        OctaInvoice invoice = Completed(Document("27", "29"), Line(10, 100, 18), new InvoiceItem { Quantity = 2, GstRate = 18 });
        Assert.Equal((null, null, null), (invoice.Items![1].TaxableValue, invoice.Items[1].IgstAmount, invoice.Items[1].Total));
        Assert.Equal((null, null, null), (invoice.Totals!.TaxableValue, invoice.Totals.Igst, invoice.Totals.Total));
    }

    [Fact]
    public void While_a_state_is_not_known_no_tax_is_guessed()
    {
        InvoiceItem item = Completed(Document("27", null), Line(10, 100, 18)).Items![0];
        Assert.Equal((1000m, null, null, null), (item.TaxableValue, item.IgstAmount, item.CgstAmount, item.SgstAmount));
    }

    [Fact]
    public void Amounts_beyond_all_bounds_are_left_to_the_schema()
    {
        OctaInvoice invoice = Completed(Document("27", "29"), Line(decimal.MaxValue, decimal.MaxValue, 18));
        Assert.Null(invoice.Items![0].GrossAmount);
        Assert.Null(Record.Exception(() => Completed(new OctaInvoice { Items = [] })));
    }

    [Fact]
    public void A_completed_document_is_consistent_to_the_paisa()
    {
        Gen<InvoiceItem> lines =
            from quantity in Gen.Choose(1, 99_999_999)
            from price in Gen.Choose(0, 99_999_999)
            from discount in Gen.Choose(0, 100)
            from rate in Gen.Elements(0m, 0.1m, 0.25m, 3m, 5m, 12m, 18m, 28m, 40m)
            let gross = Math.Round(quantity / 1000m * (price / 1000m), 2, MidpointRounding.AwayFromZero)
            select new InvoiceItem { Quantity = quantity / 1000m, UnitPrice = price / 1000m, Discount = Math.Floor(gross * discount) / 100, GstRate = rate };
        Arbitrary<(InvoiceItem[] Lines, string Place)> documents = Arb.From(
            from items in lines.NonEmptyListOf()
            from place in Gen.Elements("27", "29")
            select (items.ToArray(), place));
        Prop.ForAll(documents, given =>
        {
            OctaInvoice invoice = Completed(Document("27", given.Place), given.Lines);
            foreach (InvoiceItem item in given.Lines)
            {
                Assert.Equal(item.CgstAmount, item.SgstAmount);
                Assert.Equal(0m, given.Place == "27" ? item.IgstAmount : item.CgstAmount);
                decimal tax = (item.IgstAmount + item.CgstAmount + item.SgstAmount)!.Value;
                Assert.InRange(tax - (item.TaxableValue!.Value * item.GstRate!.Value / 100), -0.01m, 0.01m);
                Assert.Equal(item.TaxableValue + tax, item.Total);
            }
            Assert.Equal(given.Lines.Sum(item => item.Total), invoice.Totals!.Total);
            Assert.Equal(invoice.Totals.TaxableValue + invoice.Totals.Igst + invoice.Totals.Cgst + invoice.Totals.Sgst, invoice.Totals.Total);
        }).QuickCheckThrowOnFailure();
    }

    private static OctaInvoice Document(string? seller, string? place, string supplyType = "B2B") => new()
    {
        Transaction = new TransactionDetails { SupplyType = supplyType, ReverseCharge = "N" },
        Seller = new SellerDetails { StateCode = seller },
        Buyer = new BuyerDetails { PlaceOfSupply = place },
    };

    private static InvoiceItem Line(decimal quantity, decimal price, decimal rate) => new() { Quantity = quantity, UnitPrice = price, GstRate = rate };

    private static OctaInvoice Completed(OctaInvoice document, params InvoiceItem[] lines)
    {
        document.Items = [.. lines];
        AmountCompletion.Complete(document);
        return document;
    }
}
