using System.Text.Json;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Tests.Keys;

public class IrnHashTests
{
    public static TheoryData<string, string, string, string, string, bool, bool?> Vectors
    {
        get
        {
            var vectors = new TheoryData<string, string, string, string, string, bool, bool?>();
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.TestData("irn-vectors.json")));
            foreach (JsonElement vector in document.RootElement.EnumerateArray())
                vectors.Add(
                    Text(vector, "gstin"), Text(vector, "fy"), Text(vector, "docType"), Text(vector, "docNo"), Text(vector, "irn"),
                    vector.GetProperty("matchesRaw").GetBoolean(),
                    vector.TryGetProperty("matchesUpper", out JsonElement upper) ? upper.GetBoolean() : null);
            return vectors;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_registered_IRN_is_computed_again(string gstin, string year, string type, string number, string irn, bool matchesRaw, bool? matchesUpper)
    {
        Assert.Equal(matchesRaw, IrnHash.Compute(gstin, year, type, number) == irn);
        string upper = IrnHash.Compute(new DocumentKey(gstin, year, type, number.ToUpperInvariant()));
        Assert.Equal(matchesUpper ?? upper == irn, upper == irn);
    }

    [Fact]
    public void There_are_vectors_of_both_times()
    {
        Assert.Equal(6, Vectors.Count);
        Assert.Equal(new IndiaDate(2025, 6, 1), IrnHash.UpperCaseSince);
    }

    [Fact]
    public void NICs_public_example_is_computed() => Assert.Equal(
        "35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe",
        IrnHash.Compute("01AAAAB1234C1Z0", "2019-20", "INV", "AB1234"));

    [Fact]
    public void A_document_registered_now_counts_in_upper_case()
    {
        OctaInvoice invoice = Document("37ARZPT4384Q1MT", "INV", "Test-00df1", new IndiaDate(2025, 7, 14));
        Assert.Equal("d9476807f5496dea9fc65c6a954887db156022ba4b0d17a3687d43576beb8e17", IrnHash.Expected(invoice));
    }

    [Fact]
    public void Without_one_of_the_four_parts_there_is_no_IRN()
    {
        var day = new IndiaDate(2025, 7, 14);
        Assert.Null(IrnHash.Expected(Document(null, "INV", "A-1", day)));
        Assert.Null(IrnHash.Expected(Document("37ARZPT4384Q1MT", null, "A-1", day)));
        Assert.Null(IrnHash.Expected(Document("37ARZPT4384Q1MT", "INV", "", day)));
        Assert.Null(IrnHash.Expected(Document("37ARZPT4384Q1MT", "INV", "A-1", null)));
        Assert.Null(IrnHash.Expected(new OctaInvoice()));
    }

    private static OctaInvoice Document(string? gstin, string? type, string? number, IndiaDate? date) => new()
    {
        Seller = new SellerDetails { Gstin = gstin },
        Document = new DocumentDetails { Type = type, Number = number, Date = date },
    };

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
}
