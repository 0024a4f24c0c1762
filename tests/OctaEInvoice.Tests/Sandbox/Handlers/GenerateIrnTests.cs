using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class GenerateIrnTests : IDisposable
{
    // printf %s 29AABCT1332L0002020-21INVMAHI/10 | sha256sum
    private const string SampleIrn = "15f77de3f0f0673e3722b2e86729e2530488b576d6cb5168ff7ec15f30a928d4";

    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Registers_the_specifications_sample_with_IRN_numbers_and_ewaybill()
    {
        ServerAnswer<IrnResult> answer = await session.Client.GenerateIrnAsync(SampleInvoice.Body(), ImageRequest.None, default);

        Assert.Equal(AnswerKind.Success, answer.Kind);
        IrnResult result = answer.Value!;
        Assert.Equal(SampleIrn, result.Irn);
        Assert.Equal("112610000000001", result.AckNumber);
        Assert.Equal("2026-05-04T10:30:00+05:30", result.AckTime.ToString());
        Assert.Equal(RecordStatus.Active, result.IrnStatus);
        Assert.Equal("191000000001", result.EwbNumber);
        Assert.Equal(RecordStatus.Active, result.EwbStatus);
        Assert.Equal("2026-05-04T10:30:00+05:30", result.EwbTime.ToString());
        Assert.Equal("2026-05-05T10:30:00+05:30", result.EwbValidTill.ToString());
        Assert.Null(result.AdditionalFields);
        Assert.Equal(1, session.Server.RegisteredDocuments);
        Assert.Equal($"{SampleInvoice.Seller}|2020-21|INV|MAHI/10", Assert.Single(session.Server.Documents).Key.ToString());
    }

    [Fact]
    public async Task Signs_the_invoice_and_the_QR_code_as_the_portal_does()
    {
        byte[] body = SampleInvoice.Body(document =>
        {
            document["DocDtls"]!["No"] = "mahi/10";
            JsonNode second = document["ItemList"]![0]!.DeepClone();
            second["SlNo"] = "2";
            second["HsnCd"] = "8471";
            second["AssAmt"] = 9978.85m;
            second["TotAmt"] = 9988.85m;
            document["ItemList"]!.AsArray().Add(second);
            Double(document["ValDtls"]!, "AssVal", "CesVal", "StCesVal", "IgstVal");
            document["ValDtls"]!["TotInvVal"] = 25805.7m;
        });
        IrnResult result = (await session.Client.GenerateIrnAsync(body, ImageRequest.None, default)).Value!;

        Assert.Equal(SampleIrn, result.Irn);
        Assert.True(SignedToken.TryDecode(result.SignedQrCode, out SignedToken? qrToken, out _));
        Assert.Equal("NIC Sandbox", qrToken!.Issuer);
        SignedQr qr = SignedQr.Read(result.SignedQrCode)!;
        Assert.Equal(SampleInvoice.Seller, qr.SellerGstin);
        Assert.Equal("29AWGPV7107B1Z1", qr.BuyerGstin);
        Assert.Equal(("INV", "MAHI/10", "2020-08-08"), (qr.DocumentType, qr.DocumentNumber, qr.DocumentDate.ToString()));
        Assert.Equal((25805.7m, 2, "8471"), (qr.InvoiceTotal, qr.ItemCount, qr.MainHsnCode));
        Assert.Equal((SampleIrn, "2026-05-04T10:30:00+05:30"), (qr.Irn, qr.IrnTime.ToString()));

        Assert.True(SignedToken.TryDecode(result.SignedInvoice, out SignedToken? token, out _));
        using JsonDocument invoice = JsonDocument.Parse(token!.DataJson);
        Assert.Equal(112610000000001, invoice.RootElement.GetProperty("AckNo").GetInt64());
        Assert.Equal("2026-05-04 10:30:00", invoice.RootElement.GetProperty("AckDt").GetString());
        Assert.Equal("MAHI/10", invoice.RootElement.GetProperty("DocDtls").GetProperty("No").GetString());
        Assert.False(invoice.RootElement.GetProperty("TranDtls").TryGetProperty("EcmGstin", out _));
        Assert.Equal([0, 1], invoice.RootElement.GetProperty("ItemList").EnumerateArray().Select(line => line.GetProperty("ItemNo").GetInt32()));
        Assert.Equal("SBIN11000", invoice.RootElement.GetProperty("PayDtls").GetProperty("FinInsBr").GetString());
    }

    [Fact]
    public async Task Answers_with_the_names_that_the_specification_prints()
    {
        JsonElement plain = await session.PostAsync("generateirn", SampleInvoice.Body());
        string[] expected =
        [
            "Success", "AckNo", "AckTime", "IrnStatus", "Irn", "SignedInvoice", "SignedQRCode", "EwbStatus", "EwbNo", "EwbTime", "EwbValidTill",
            "QRCodeImagePng", "QRCodeImageJpeg", "QRCodeImageGif", "EinvoicePdf", "EwbPdf",
        ];
        Assert.Equal(expected, plain.EnumerateObject().Select(member => member.Name));
        Assert.Equal("04/05/2026 10:30:00", plain.GetProperty("AckTime").GetString());
        Assert.Equal("ACT", plain.GetProperty("IrnStatus").GetString());
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("QRCodeImagePng").ValueKind);
    }

    [Theory]
    [InlineData("qrcode=yes", "QRCodeImagePng", "89504E47")]
    [InlineData("qrcode=yes&qrcodeformat=JPEG&qrcodequality=standard", "QRCodeImageJpeg", "FFD8FFE0")]
    [InlineData("qrcode=yes&qrcodeformat=GIF", "QRCodeImageGif", "47494638")]
    public async Task Gives_the_image_asked_for_and_null_for_the_others(string query, string name, string firstBytes)
    {
        JsonElement answer = await session.PostAsync("generateirn?" + query, SampleInvoice.Body());
        foreach (string image in new[] { "QRCodeImagePng", "QRCodeImageJpeg", "QRCodeImageGif" })
            Assert.Equal(image == name ? JsonValueKind.String : JsonValueKind.Null, answer.GetProperty(image).ValueKind);
        Assert.Equal(firstBytes, Convert.ToHexString(answer.GetProperty(name).GetBytesFromBase64().AsSpan(0, 4)));
    }

    [Fact]
    public async Task Refuses_a_second_registration_of_the_same_key()
    {
        await session.PostAsync("generateirn", SampleInvoice.Body());
        JsonElement again = await session.PostAsync("generateirn", SampleInvoice.Numbered("mahi/10"));
        Assert.Equal(["2150"], SandboxSession.Codes(again));
        Assert.Equal(["Duplicate IRN"], SandboxSession.Messages(again));
        Assert.Equal(1, session.Server.RegisteredDocuments);
        Assert.Equal(0, session.Server.BadRequests);
    }

    [Fact]
    public async Task One_of_200_simultaneous_registrations_wins()
    {
        byte[] body = SampleInvoice.Body();
        ServerAnswer<IrnResult>[] answers = await Task.WhenAll(Enumerable.Range(0, 200)
            .Select(_ => Task.Run(() => session.Client.GenerateIrnAsync(body, ImageRequest.None, default))));
        Assert.Single(answers, answer => answer.Kind == AnswerKind.Success);
        Assert.Equal(199, answers.Count(answer => answer.Kind == AnswerKind.Refused && answer.Errors.Single().Code == "2150"));
        Assert.Equal(1, session.Server.RegisteredDocuments);
        Assert.Equal(200, session.Server.Requests["generateirn"]);
    }

    [Theory]
    [InlineData("DocDtls", "no", "\"A1\"", "OCTA-300", "DocDtls.no is no name of the schema.")]
    [InlineData("PayDtls", "Accdet", "\"5697389713210\"", "OCTA-300", "PayDtls.Accdet is no name of the schema.")]
    [InlineData("SellerDtls", "Pin", "\"560001\"", "OCTA-007", "SellerDtls.Pin is no JSON number.")]
    [InlineData("ItemList", "Barcde", "123456", "OCTA-078", "ItemList[0].Barcde is no JSON string.")]
    [InlineData("ItemList", "GstRt", "12.3456", "OCTA-066", "ItemList[0].GstRt has more than 3 decimals.")]
    [InlineData("DocDtls", "Dt", "\"2020-08-08\"", "OCTA-015", "DocDtls.Dt is no date as dd/MM/yyyy.")]
    [InlineData("DocDtls", "No", "\"0123\"", "OCTA-014", "DocDtls.No has not the form that the schema asks for.")]
    [InlineData("SellerDtls", "LglNm", "null", "OCTA-002", "SellerDtls.LglNm is missing.")]
    [InlineData("SellerDtls", "Gstin", "\"29aabct1332l000\"", "OCTA-001", "SellerDtls.Gstin has not the form that the schema asks for.")]
    [InlineData("TranDtls", "SupTyp", "\"B2C\"", "OCTA-012", "TranDtls.SupTyp is none of B2B, SEZWP, SEZWOP, EXPWP, EXPWOP, DEXP.")]
    public async Task Refuses_what_is_not_exactly_the_wire_form(string parent, string name, string value, string code, string message)
    {
        byte[] body = SampleInvoice.Body(document =>
        {
            JsonNode owner = parent == "ItemList" ? document["ItemList"]![0]! : document[parent]!;
            owner[name] = JsonNode.Parse(value);
        });
        JsonElement answer = await session.PostAsync("generateirn", body);
        Assert.Equal([code], SandboxSession.Codes(answer));
        Assert.Equal([message], SandboxSession.Messages(answer));
        Assert.Equal((0, 1), (session.Server.RegisteredDocuments, session.Server.BadRequests));
    }

    [Fact]
    public async Task Refuses_the_sample_in_the_letter_case_it_is_printed_in()
    {
        JsonElement answer = await session.PostAsync("generateirn", await File.ReadAllBytesAsync(RepositoryFiles.TestData("generateirn-request-as-printed.json")));
        Assert.Contains("ItemList[0].BchDtls.Expdt is no name of the schema.", SandboxSession.Messages(answer));
        Assert.Contains("EwbDtls.Vehno is no name of the schema.", SandboxSession.Messages(answer));
    }

    [Fact]
    public async Task Refuses_names_given_twice_an_IRN_and_a_missing_object()
    {
        string sample = Encoding.UTF8.GetString(SampleInvoice.Body());
        JsonElement twice = await session.PostAsync("generateirn", "{\"Version\":\"1.1\"," + sample.Substring(1));
        Assert.Equal(["Version is given twice."], SandboxSession.Messages(twice));
        JsonElement irn = await session.PostAsync("generateirn", "{\"Irn\":null," + sample.Substring(1));
        Assert.Equal(["Irn must not be sent: the portal computes it."], SandboxSession.Messages(irn));
        JsonElement missing = await session.PostAsync("generateirn", SampleInvoice.Body(document => document.AsObject().Remove("ValDtls")));
        Assert.Equal(["ValDtls is missing."], SandboxSession.Messages(missing));
        JsonElement broken = await session.PostAsync("generateirn", "{\"Version\":");
        Assert.Equal(["OCTA-300"], SandboxSession.Codes(broken));
    }

    [Fact]
    public async Task Refuses_more_than_2_MB()
    {
        byte[] body = SampleInvoice.Body();
        byte[] padded = [.. body, .. Enumerable.Repeat((byte)' ', (2 * 1024 * 1024) - body.Length)];
        Assert.True((await session.PostAsync("generateirn", padded)).GetProperty("Success").GetBoolean());
        JsonElement answer = await session.PostAsync("generateirn", [.. padded, (byte)' ']);
        Assert.Equal(["OCTA-300", "5002"], SandboxSession.Codes(answer));
    }

    [Fact]
    public async Task Registers_without_ewaybill_when_the_vehicle_is_blocked()
    {
        JsonElement answer = await session.PostAsync("generateirn", SampleInvoice.Body(document => document["EwbDtls"]!["VehNo"] = "KA01BLOCKED"));
        Assert.True(answer.GetProperty("Success").GetBoolean());
        Assert.False(answer.TryGetProperty("EwbNo", out _));
        Assert.Null(Assert.Single(session.Server.Documents).EwbNumber);
    }

    [Fact]
    public async Task Refuses_a_query_parameter_that_the_specification_lacks()
    {
        Assert.Equal(["OCTA-300"], SandboxSession.Codes(await session.PostAsync("generateirn?QRCode=yes", SampleInvoice.Body())));
        Assert.Equal(["OCTA-300"], SandboxSession.Codes(await session.PostAsync("generateirn?pdf=true", SampleInvoice.Body())));
    }

    [Theory]
    [InlineData("id", "wrong")]
    [InlineData("wrong", "secret")]
    public async Task Refuses_a_wrong_key(string id, string secret)
    {
        session.Http.DefaultRequestHeaders.Authorization = SandboxSession.Basic(id == "id" ? session.Server.KeyId : id, secret == "secret" ? session.Server.KeySecret : secret);
        using HttpResponseMessage response = await session.Http.GetAsync("getirn?gstin=29AABCT1332L000&irn=" + SampleIrn);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.Equal(["52"], SandboxSession.Codes(await SandboxSession.JsonAsync(response)));
        Assert.Equal(0, session.Server.Requests["getirn"]);
    }

    [Fact]
    public async Task Refuses_a_request_without_a_key()
    {
        session.Http.DefaultRequestHeaders.Authorization = null;
        using HttpResponseMessage response = await session.Http.GetAsync("getirn");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static void Double(JsonNode owner, params string[] names)
    {
        foreach (string name in names)
            owner[name] = owner[name]!.GetValue<decimal>() * 2;
    }
}
