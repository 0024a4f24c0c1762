using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Input;

public class ColumnNamesTests
{
    [Theory]
    [InlineData("HsnCode", "ItemList[].HsnCd", 0, nameof(ColumnSource.FriendlyName))]
    [InlineData("hsncode", "ItemList[].HsnCd", 0, nameof(ColumnSource.FriendlyName))]
    [InlineData("HSN Code", "ItemList[].HsnCd", 0, nameof(ColumnSource.FriendlyName))]
    [InlineData(" hsn_code ", "ItemList[].HsnCd", 0, nameof(ColumnSource.FriendlyName))]
    [InlineData("HSN-Code", "ItemList[].HsnCd", 0, nameof(ColumnSource.FriendlyName))]
    [InlineData("ItemList.HsnCd", "ItemList[].HsnCd", 0, nameof(ColumnSource.NicPath))]
    [InlineData("ItemList[].HsnCd", "ItemList[].HsnCd", 0, nameof(ColumnSource.NicPath))]
    [InlineData("buyerdtls.gstin", "BuyerDtls.Gstin", 0, nameof(ColumnSource.NicPath))]
    [InlineData("ItemList.CessAmt", "ItemList[].CesAmt", 0, nameof(ColumnSource.NicPath))]
    [InlineData("ItemList.OthSerialNumber", "ItemList[].PrdSlNo", 0, nameof(ColumnSource.NicPath))]
    [InlineData("AttributeName1", "ItemList[].AttribDtls[].Nm", 0, nameof(ColumnSource.FriendlyName))]
    [InlineData("AttributeName2", "ItemList[].AttribDtls[].Nm", 1, nameof(ColumnSource.FriendlyName))]
    [InlineData("Attribute Value 10", "ItemList[].AttribDtls[].Val", 9, nameof(ColumnSource.FriendlyName))]
    [InlineData("PrecedingDocumentNumber2", "RefDtls.PrecDocDtls[].InvNo", 1, nameof(ColumnSource.FriendlyName))]
    [InlineData("RefDtls.ContrDtls.PORefr3", "RefDtls.ContrDtls[].PORefr", 2, nameof(ColumnSource.NicPath))]
    [InlineData("SupportingDocumentUrl100", "AddlDocDtls[].Url", 99, nameof(ColumnSource.FriendlyName))]
    [InlineData("SellerAddress1", "SellerDtls.Addr1", 0, nameof(ColumnSource.FriendlyName))]
    [InlineData("BuyerDtls.Addr2", "BuyerDtls.Addr2", 0, nameof(ColumnSource.NicPath))]
    public void A_field_is_found_by_its_friendly_name_and_by_NICs_path(string name, string path, int entry, string source)
    {
        FoundColumn? found = ColumnNames.Find(name);
        Assert.Equal((path, entry, source), (found?.Facts.Path, found?.Entry, found?.FoundBy.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("Qty")]
    [InlineData("HsnCode2")]
    [InlineData("AttributeName0")]
    [InlineData("AttributeName101")]
    [InlineData("AttributeName99999999999")]
    [InlineData("ItemList.AttribDtls")]
    [InlineData("BuyerDtls")]
    public void What_names_no_single_field_is_not_found(string name) => Assert.Null(ColumnNames.Find(name));

    [Fact]
    public void Names_are_unique_and_no_friendly_name_is_the_path_of_another_field()
    {
        Assert.Equal(132, FieldTable.All.Count);
        foreach (FieldFacts facts in FieldTable.All)
        {
            Assert.Same(facts, ColumnNames.Find(facts.Column)!.Facts);
            Assert.Same(facts, ColumnNames.Find(facts.Path)!.Facts);
        }
    }

    [Theory]
    [InlineData("BuyerGSTN", "BuyerGstin")]
    [InlineData("Buyer Legal Nmae", "BuyerLegalName")]
    [InlineData("HSN", null)]
    [InlineData("Hsn Cod", "HsnCode")]
    [InlineData("Colour", null)]
    public void A_misspelt_name_is_answered_by_the_nearest_one(string name, string? nearest) => Assert.Equal(nearest, ColumnNames.Nearest(name));
}
