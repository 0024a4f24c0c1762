using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

public class ColumnMapTests
{
    [Theory]
    [InlineData("Bill No", "DocumentNumber")]
    [InlineData("DocumentNumber", "Bill No")]
    [InlineData("Bill No", "DocDtls.No")]
    [InlineData("DocDtls.No", "Bill No")]
    [InlineData(" bill no ", "Document Number")]
    public void Either_way_round_is_understood(string first, string second)
    {
        var map = new ColumnMap();
        map.Add(first, second);
        FoundColumn? found = ColumnNames.Find("BILL NO", map);
        Assert.Equal(("DocDtls.No", ColumnSource.Map), (found?.Facts.Path, found?.FoundBy));
    }

    [Fact]
    public void Of_two_names_of_fields_the_first_is_the_column()
    {
        var map = new ColumnMap();
        map.Add("Description", "Remarks");
        Assert.Equal("RefDtls.InvRm", ColumnNames.Find("Description", map)!.Facts.Path);
        Assert.Equal("RefDtls.InvRm", ColumnNames.Find("Remarks", map)!.Facts.Path);
    }

    [Fact]
    public void A_numbered_field_can_be_mapped()
    {
        var map = new ColumnMap();
        map.Add("Heat No", "AttributeValue2");
        Assert.Equal(("ItemList[].AttribDtls[].Val", 1), (ColumnNames.Find("Heat No", map)!.Facts.Path, ColumnNames.Find("Heat No", map)!.Entry));
    }

    [Fact]
    public void A_map_that_names_no_field_is_refused_with_the_nearest_name()
    {
        var map = new ColumnMap();
        var error = Assert.Throws<ArgumentException>(() => map.Add("Party GSTIN", "BuyerGstn"));
        Assert.Equal("The column map gives 'BuyerGstn' for 'Party GSTIN', but no field has that name. Did you mean BuyerGstin?", error.Message);
    }

    [Fact]
    public void Rows_are_read_through_the_map()
    {
        var map = new ColumnMap();
        map.Add("Bill No", "DocumentNumber");
        map.Add("BuyerGstin", "Party GSTIN");
        Dictionary<string, object?> row = SampleRow.Without("DocumentNumber", "BuyerGstin");
        row["Bill No"] = "V/26-27/102";
        row["Party GSTIN"] = SampleRow.Buyer;
        var intake = new InvoiceIntake(columnMap: map);
        InvoiceDraft draft = Assert.Single(Intake.Drafts(intake, row, new Dictionary<string, object?>(row) { ["Quantity"] = "4" }));
        Assert.Empty(draft.Issues.All);
        Assert.Empty(intake.ColumnWarnings);
        Assert.Equal("V/26-27/102", draft.Invoice.DocumentNumber);
        Assert.Equal(SampleRow.Buyer, draft.Invoice.Buyer!.Gstin);
        Assert.Equal([10m, 4m], draft.Invoice.Items!.Select(item => item.Quantity!.Value));
    }
}
