using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Tests.SignedData;

namespace OctaEInvoice.Tests.Operations;

public class AdoptionTests
{
    private static readonly IndiaDate Date = new(2026, 5, 4);

    private static OctaInvoice Invoice => new()
    {
        Seller = new SellerDetails { Gstin = "29AABCT1332L000" },
        Buyer = new BuyerDetails { Gstin = "29AWGPV7107B1Z1" },
        Document = new DocumentDetails { Type = "INV", Number = "A/1", Date = Date },
        Totals = new InvoiceTotals { Total = 12908.5m },
        Items = [new InvoiceItem(), new InvoiceItem()],
    };

    private static Dictionary<string, object?> Signed => new()
    {
        ["SellerGstin"] = "29AABCT1332L000",
        ["BuyerGstin"] = "29AWGPV7107B1Z1",
        ["DocTyp"] = "INV",
        ["DocNo"] = "A/1",
        ["DocDt"] = "04/05/2026",
        ["TotInvVal"] = 12908.5m,
        ["ItemCnt"] = 2,
    };

    [Theory]
    [InlineData(null, null)]
    [InlineData("SellerGstin", " 29aabct1332l000 ")]
    [InlineData("BuyerGstin", "29awgpv7107b1z1")]
    [InlineData("DocTyp", "inv")]
    [InlineData("DocNo", " a/1")]
    [InlineData("DocDt", "2026-05-04")]
    [InlineData("TotInvVal", "12908.50")]
    [InlineData("ItemCnt", "2")]
    public void The_same_document_is_adopted_however_the_portal_writes_it(string? field, string? value)
    {
        Assert.Equal(AdoptionVerdict.Same, Judge(field, value, out string? difference));
        Assert.Null(difference);
    }

    [Theory]
    [InlineData("SellerGstin", "24ACPPM5624F1ZK", "The registered document has seller '24ACPPM5624F1ZK', this one '29AABCT1332L000'.")]
    [InlineData("SellerGstin", null, "The registered document has seller '', this one '29AABCT1332L000'.")]
    [InlineData("BuyerGstin", "URP", "The registered document has buyer 'URP', this one '29AWGPV7107B1Z1'.")]
    [InlineData("BuyerGstin", null, "The registered document has buyer '', this one '29AWGPV7107B1Z1'.")]
    [InlineData("DocTyp", "CRN", "The registered document has type 'CRN', this one 'INV'.")]
    [InlineData("DocTyp", null, "The registered document has type '', this one 'INV'.")]
    [InlineData("DocNo", "A1", "The registered document has number 'A1', this one 'A/1'.")]
    [InlineData("DocNo", null, "The registered document has number '', this one 'A/1'.")]
    [InlineData("DocDt", "05/05/2026", "The registered document has date '2026-05-05', this one '2026-05-04'.")]
    [InlineData("DocDt", null, "The registered document has date '', this one '2026-05-04'.")]
    [InlineData("TotInvVal", "12908.51", "The registered document has the total 12908.51, this one 12908.5.")]
    [InlineData("TotInvVal", null, "The registered document has the total , this one 12908.5.")]
    [InlineData("ItemCnt", "3", "The registered document has number of lines '3', this one '2'.")]
    [InlineData("ItemCnt", null, "The registered document has number of lines '', this one '2'.")]
    public void One_that_differs_in_a_single_field_is_another_and_the_difference_is_said(string field, string? value, string expected)
    {
        Assert.Equal(AdoptionVerdict.Different, Judge(field, value, out string? difference));
        Assert.Equal(expected, difference);
    }

    [Fact]
    public void A_document_without_its_own_values_is_none_that_is_registered()
    {
        var found = new IrnResult { IrnStatus = RecordStatus.Active, SignedQrCode = Token.Of(Signed) };
        Assert.Equal(AdoptionVerdict.Different, Adoption.Judge(new OctaInvoice(), found, out _));
    }

    [Fact]
    public void What_the_answer_says_beside_the_signed_text_does_not_count()
    {
        var found = new IrnResult { IrnStatus = RecordStatus.Active, SignedQrCode = Token.Of(Signed), BuyerGstin = "URP", InvoiceTotal = 1, DocumentNumber = "B/2" };
        Assert.Equal(AdoptionVerdict.Same, Adoption.Judge(Invoice, found, out _));
    }

    [Fact]
    public void A_cancelled_one_is_cancelled_even_where_all_agrees()
    {
        var found = new IrnResult { Irn = "35054c", IrnStatus = RecordStatus.Cancelled, SignedQrCode = Token.Of(Signed) };
        Assert.Equal(AdoptionVerdict.Cancelled, Adoption.Judge(Invoice, found, out string? difference));
        Assert.Equal("IRN 35054c of this number is cancelled.", difference);
    }

    [Fact]
    public void Without_a_status_nothing_is_known()
    {
        var found = new IrnResult { IrnStatus = RecordStatus.Unknown, SignedQrCode = Token.Of(Signed) };
        Assert.Equal(AdoptionVerdict.Unknown, Adoption.Judge(Invoice, found, out string? difference));
        Assert.Equal("The answer does not say whether the IRN is active.", difference);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("bm8.anNvbg.c2ln")]
    public void Without_a_signed_text_that_can_be_read_nothing_is_known(string? signedQrCode)
    {
        var found = new IrnResult { IrnStatus = RecordStatus.Active, SignedQrCode = signedQrCode };
        Assert.Equal(AdoptionVerdict.Unknown, Adoption.Judge(Invoice, found, out string? difference));
        Assert.Equal("The answer has no signed QR code that could be compared.", difference);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("DocNo", "a/1", false)]
    [InlineData("DocDt", "31/03/2027", false)]
    [InlineData("DocDt", "31/03/2026", true)]
    [InlineData("DocNo", "A/2", true)]
    [InlineData("DocTyp", "CRN", true)]
    [InlineData("SellerGstin", "24ACPPM5624F1ZK", true)]
    [InlineData("DocNo", null, false)]
    [InlineData("BuyerGstin", "URP", false)]
    public void An_answer_is_another_documents_when_the_signed_key_differs(string? field, string? value, bool expected) =>
        Assert.Equal(expected, Adoption.IsOfAnother(Invoice, new IrnResult { Irn = "35054c", SignedQrCode = Token.Of(Changed(field, value)) }));

    [Fact]
    public void The_documents_own_IRN_suffices_whatever_was_signed()
    {
        string own = IrnHash.Expected(Invoice)!;
        Assert.False(Adoption.IsOfAnother(Invoice, new IrnResult { Irn = own.ToUpperInvariant(), SignedQrCode = Token.Of(Changed("DocNo", "A/2")) }));
    }

    [Fact]
    public void A_document_without_a_key_and_an_answer_without_signed_data_say_nothing()
    {
        Assert.False(Adoption.IsOfAnother(new OctaInvoice(), new IrnResult { Irn = "35054c", SignedQrCode = Token.Of(Signed) }));
        Assert.False(Adoption.IsOfAnother(Invoice, new IrnResult { Irn = "35054c" }));
    }

    private static AdoptionVerdict Judge(string? field, string? value, out string? difference) =>
        Adoption.Judge(Invoice, new IrnResult { IrnStatus = RecordStatus.Active, SignedQrCode = Token.Of(Changed(field, value)) }, out difference);

    private static Dictionary<string, object?> Changed(string? field, string? value)
    {
        Dictionary<string, object?> signed = Signed;
        if (field is not null)
            signed[field] = value;
        return signed;
    }
}
