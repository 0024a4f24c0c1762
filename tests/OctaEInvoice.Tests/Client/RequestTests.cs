namespace OctaEInvoice.Tests.Client;

public class RequestTests
{
    public static TheoryData<string, string, string> Requests => new()
    {
        { "generateirn", "POST", "qrcode=yes qrcodeformat=JPEG qrcodequality=standard pdf=yes" },
        { "cancelirn", "POST", $"gstin={Endpoint.Gstin}" },
        { "getirn", "GET", $"gstin={Endpoint.Gstin} irn={Endpoint.Irn} qrcode=yes qrcodeformat=JPEG qrcodequality=standard pdf=yes" },
        { "getirnbydoc", "GET", $"gstin={Endpoint.Gstin} doctype=INV docno=MAHI/10 docdate=08/08/2020 qrcode=yes qrcodeformat=JPEG qrcodequality=standard pdf=yes" },
        { "generateewbbyirn", "POST", $"gstin={Endpoint.Gstin} pdf=yes" },
        { "cancelewb", "POST", $"gstin={Endpoint.Gstin}" },
        { "getewbbyirn", "GET", $"gstin={Endpoint.Gstin} irn={Endpoint.Irn} pdf=yes" },
        { "getgstin", "GET", $"gstin={Endpoint.Gstin} partygstin=24ACPPM5624F1ZK" },
        { "getdocirninfo", "GET", $"gstin={Endpoint.Gstin} doctype=INV docno=MAHI/10 docdate=08/08/2020 qrcode=yes pdf=yes" },
        { "generatepaymentqrcode", "POST", "qrcode=yes qrcodeformat=JPEG qrcodequality=standard pdf=yes" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task An_endpoint_is_called_by_its_method_path_and_query_parameters(string name, string method, string query)
    {
        using var server = new RecordingServer("""{ "Success": true }""");
        await Endpoint.CallAsync(server.Client, name);
        Assert.Equal($"{method} /api/einvoice/{name}", server.Line);
        Assert.Equal(query, server.Query);
    }

    [Fact]
    public void Every_endpoint_has_its_request() => Assert.Equal(Endpoint.Names, Requests.Select(row => (string)row[0]));

    [Fact]
    public async Task What_is_not_asked_for_is_not_in_the_query()
    {
        using var server = new RecordingServer("""{ "Success": true }""");
        await server.Client.GenerateIrnAsync("{}"u8.ToArray(), Engine.Client.ImageRequest.None, default);
        Assert.Equal("", server.Query);
    }

    [Fact]
    public async Task Cancelling_an_IRN_has_the_specifications_body()
    {
        using var server = new RecordingServer("""{ "Success": true }""");
        await Endpoint.CallAsync(server.Client, "cancelirn");
        Assert.Equal($$"""{"Irn":"{{Endpoint.Irn}}","CnlRsn":"2","CnlRem":"Wrong HSN codes reported"}""", server.Body);
    }

    [Fact]
    public async Task Cancelling_an_e_way_bill_has_the_specifications_body()
    {
        using var server = new RecordingServer("""{ "Success": true }""");
        await Endpoint.CallAsync(server.Client, "cancelewb");
        Assert.Equal("""{"ewbNo":"791008693652","cancelRsnCode":"2","cancelRmrk":"Wrong HSN codes reported"}""", server.Body);
    }

    [Fact]
    public async Task Making_an_e_way_bill_has_the_specifications_body()
    {
        using var server = new RecordingServer("""{ "Success": true }""");
        await Endpoint.CallAsync(server.Client, "generateewbbyirn");
        Assert.Equal(
            """
            {"Irn":"eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb","TransId":"24ACPPM5624F1ZK","TransName":"Golden Transport","TransMode":"1","Distance":300,"TransDocNo":"RS021","TransDocDt":"29/11/2020","VehNo":"RJ016789","VehType":"R","ExpShipDtls":{"Addr1":"Sidiginamola Village","Addr2":"Ballari","Loc":"Ballari","Pin":583138,"Stcd":"29"}}
            """,
            server.Body);
    }
}
