using System.Text.Json;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class GetGstinTests : IDisposable
{
    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Answers_the_specifications_sample_by_the_specifications_sample()
    {
        JsonElement answer = await session.GetAsync($"getgstin?gstin={SampleInvoice.Seller}&partygstin=24ACPPM5624F1ZK");
        const string sample = """
            {"Success":true,"Gstin":"24ACPPM5624F1ZK","TradeName":"SHASTRI TROLLY WORKS","LegalName":"MANHARBHAI VISHNUBHAI MISTRI","AddrBnm":"TALUKDARI HOSTEL",
            "AddrBno":"SHASTRI TROLLY WORKS","AddrFlno":"","AddrSt":"ASHRAM ROAD","AddrLoc":"NADIAD","StateCode":24,"AddrPncd":387002,"TxpType":"REG","Status":"ACT","BlkStatus":null}
            """;
        Assert.Equal(sample.Replace("\n", "", StringComparison.Ordinal), answer.GetRawText());
    }

    [Fact]
    public async Task Knows_a_taxpayer_for_every_well_formed_GSTIN_and_always_the_same()
    {
        GstinInfo first = (await session.Client.GetGstinAsync(SampleInvoice.Seller, "07AAACN0757G1ZP", default)).Value!;
        Assert.Equal(("07AAACN0757G1ZP", "07", 110001, "NEW DELHI"), (first.Gstin, first.StateCode, first.Pin, first.Location));
        // The PAN's fourth letter is C: a company.
        Assert.Equal(first.TradeName + " PRIVATE LIMITED", first.LegalName);
        Assert.Equal(("REG", "ACT", false), (first.TaxpayerType, first.Status, first.IsEwbBlocked));
        using SandboxSession other = new();
        GstinInfo second = (await other.Client.GetGstinAsync(SampleInvoice.Seller, "27AAACN0757G1ZX", default)).Value!;
        Assert.Equal((first.LegalName, "27", 400001), (second.LegalName, second.StateCode, second.Pin));
    }

    [Theory]
    [InlineData("29CANCL0001D1ZX", "CNL", "REG", false)]
    [InlineData("29INACT0001V1Z4", "INA", "REG", false)]
    [InlineData("29PROVI0001S1ZP", "PRO", "REG", false)]
    [InlineData("29BLOCK0001D1ZB", "ACT", "REG", true)]
    [InlineData("29SEZUN0001T1ZX", "ACT", "SEZ", false)]
    public async Task Knows_taxpayers_in_trouble(string gstin, string status, string type, bool isBlocked)
    {
        GstinInfo info = (await session.Client.GetGstinAsync(SampleInvoice.Seller, gstin, default)).Value!;
        Assert.Equal((status, type, isBlocked), (info.Status, info.TaxpayerType, info.IsEwbBlocked));
    }

    [Theory]
    [InlineData("29UNKNO0001N1ZG", "OCTA-152,3028")]
    [InlineData("00AAACN0757G1ZP", "OCTA-152,3028")]
    [InlineData("29ABC", "OCTA-152")]
    public async Task Does_not_know_others(string gstin, string codes)
    {
        ServerAnswer<GstinInfo> answer = await session.Client.GetGstinAsync(SampleInvoice.Seller, gstin, default);
        Assert.Equal(codes.Split(','), answer.Errors.Select(error => error.Code));
    }

    [Theory]
    [InlineData("29UNKNO0001N1ZG", "OCTA-152,3028")]
    [InlineData("29CANCL0001D1ZX", "OCTA-152,3029")]
    [InlineData("29INACT0001V1Z4", "OCTA-152,3076")]
    [InlineData("29SEZUN0001T1ZX", "OCTA-021,2246")]
    public async Task Such_buyers_keep_a_document_from_being_registered(string buyer, string codes)
    {
        JsonElement answer = await session.PostAsync("generateirn", SampleInvoice.Body(document => document["BuyerDtls"]!["Gstin"] = buyer));
        Assert.Equal(codes.Split(','), SandboxSession.Codes(answer));
        Assert.Equal(0, session.Server.RegisteredDocuments);
    }

    [Fact]
    public async Task A_SEZ_unit_registers_nothing()
    {
        JsonElement answer = await session.PostAsync("generateirn", SampleInvoice.Body(document => document["SellerDtls"]!["Gstin"] = "29SEZUN0001T1ZX"));
        Assert.Equal(["OCTA-001", "2231"], SandboxSession.Codes(answer));
        Assert.Equal("Cannot generate e-Invoice as the supplier GSTIN - 29SEZUN0001T1ZX is SEZ", SandboxSession.Messages(answer)[1]);
    }
}
