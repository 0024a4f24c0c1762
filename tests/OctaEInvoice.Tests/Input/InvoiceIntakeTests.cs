using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

public class InvoiceIntakeTests
{
    [Fact]
    public void Whole_documents_come_out_completed_as_they_go_in()
    {
        OctaInvoice invoice = new()
        {
            Document = new DocumentDetails { Type = "INV", Number = "A-1", Date = new IndiaDate(2026, 11, 15) },
            Seller = new SellerDetails { Gstin = SampleRow.Seller },
            Buyer = new BuyerDetails { Gstin = SampleRow.LocalBuyer },
            Items = [new InvoiceItem { HsnCode = "84831091", Quantity = 2, UnitPrice = 50.25m, GstRate = 18 }],
        };
        InvoiceDraft draft = new InvoiceIntake().AddInvoice(invoice);
        Assert.Same(invoice, draft.Invoice);
        Assert.Same(invoice, draft.Source);
        Assert.Empty(draft.Rows);
        Assert.Equal(("27", 100.50m, 9.05m, 118.60m), (invoice.Buyer.PlaceOfSupply, invoice.Totals!.TaxableValue, invoice.Totals.Cgst, invoice.Totals.Total));
    }

    [Fact]
    public void A_list_in_JSON_is_many_documents_and_one_object_is_one()
    {
        var intake = new InvoiceIntake();
        IReadOnlyList<InvoiceDraft> drafts = intake.AddJson("""[{"DocDtls":{"No":"A-1"}},{"DocDtls":{"No":"A-2"}}]""", source: "two.json");
        Assert.Equal(["A-1", "A-2"], drafts.Select(draft => draft.Invoice.DocumentNumber));
        Assert.All(drafts, draft => Assert.Equal("two.json", draft.Source));
        Assert.Equal("A-3", Assert.Single(intake.AddJson("""{"DocDtls":{"No":"A-3"}}""")).Invoice.DocumentNumber);
        Assert.Empty(intake.AddJson("[]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("DocumentNumber,HsnCode")]
    [InlineData("[1]")]
    [InlineData("\"A-1\"")]
    [InlineData("{} {}")]
    public void What_is_no_document_in_JSON_is_an_exception_of_JSON(string json) => Assert.ThrowsAny<JsonException>(() => new InvoiceIntake().AddJson(json));

    [Fact]
    public void A_row_and_the_JSON_written_of_it_make_the_same_document()
    {
        byte[] written = InvoiceJson.Write(Intake.Invoice(SampleRow.With(("ItemDiscount", "12.50"), ("Remarks", "₹ देय"))));
        InvoiceDraft again = Assert.Single(new InvoiceIntake().AddJson(written));
        Assert.Empty(again.Issues.All);
        Assert.Equal(written, InvoiceJson.Write(again.Invoice));
    }

    [Fact]
    public void Among_ten_thousand_rows_exactly_the_broken_ones_are_named()
    {
        // Documents of one to three lines; in every tenth one cell is broken, each time in another way.
        (string Column, string Cell, string Message)[] faults =
        [
            ("Quantity", "12908,50", "Its commas are no complete groups: write 12908.50, 1,23,456.00 or 123,456.00, with a point before the decimals."),
            ("DocumentDate", "31/11/2026", "It is not a date."),
            ("HsnCode", "8.48E+07", "A spreadsheet has turned it into scientific notation and digits are lost."),
            ("UnitPrice", "ten", "It is not a number: write digits with a point before the decimals and no currency sign, such as 12908.50."),
            ("BuyerPin", "56005", "It is outside the allowed range."),
        ];
        var intake = new InvoiceIntake();
        var expected = new List<(int Row, string Column, string Message)>();
        int rows = 0;
        for (int document = 1; rows < 10_000; document++)
        {
            int lines = Math.Min(1 + (document % 3), 10_000 - rows);
            for (int line = 0; line < lines; line++)
            {
                rows++;
                Dictionary<string, object?> row = SampleRow.With(("DocumentNumber", $"T-{document}"), ("Quantity", $"{1 + (rows % 9)}"));
                if (document % 10 == 0 && line == lines - 1)
                {
                    (string column, string cell, string message) = faults[document / 10 % faults.Length];
                    row[column] = cell;
                    expected.Add((rows, column, message));
                }
                intake.AddRow([.. row.Keys], [.. row.Values]);
            }
        }
        List<InvoiceDraft> drafts = [.. intake.Complete()];
        Assert.Equal(10_000, drafts.Sum(draft => draft.Invoice.Rows.Count));
        Assert.Equal((5000, 500), (drafts.Count, expected.Count));
        Assert.Equal(expected, drafts.SelectMany(draft => draft.Issues.All).Select(issue => (issue.Row!.Value, issue.Column!, issue.Message)));
    }
}
