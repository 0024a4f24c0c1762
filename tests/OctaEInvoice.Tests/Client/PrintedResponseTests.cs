using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Client;

/// <summary>The responses that the specification prints, each as printed: trailing commas, unquoted names and all.</summary>
public class PrintedResponseTests
{
    private const string Irn = """
        {
        "Success": true,
        "AckNo": "112010000002315",
        "AckTime": "27/11/2020 17:23:45",
        "IrnStatus": "ACT",
        "Irn": "11f8ef741fe294d4a14aad0b12457e62775d0fdc41a0dcf05b74fbb2ddc47acb",
        "SignedInvoice": "eyJhbGc...gumxIpg",
        "SignedQRCode": "eyJhbGc...oOZvxpw",
        "EwbStatus": "ACT",
        "EwbNo": "191008688443",
        "EwbTime": "27/11/2020 17:23:45",
        "EwbValidTill": "29/11/2020 17:23:45",
        "QRCodeImagePng": "gy72zt...3AAAAAElFTkSuQmCC",
        "QRCodeImageJpeg": null,
        "QRCodeImageGif": null,
        "EinvoicePdf": "i7gahsd...GY899RfTkSueba781Fg",
        "EwbPdf": "utwf19...34566AAAElFTkSuQmCC"
        }
        """;

    private const string Ewb = """
        {
        "Success": true,
        "EwbStatus": "ACT",
        "EwbNo": "191008688443",
        "EwbTime": "27/11/2020 17:23:45",
        "EwbValidTill": "29/11/2020 17:23:45",
        "EwbPdf": "utwf19...34566AAAElFTkSuQmCC"
        }
        """;

    private const string Gstin = """
        {
        "Success": true,
        "Gstin": "24ACPPM5624F1ZK",
        "TradeName": "SHASTRI TROLLY WORKS",
        "LegalName": "MANHARBHAI VISHNUBHAI MISTRI",
        "AddrBnm": "TALUKDARI HOSTEL",
        "AddrBno": "SHASTRI TROLLY WORKS",
        "AddrFlno": "",
        "AddrSt": "ASHRAM ROAD",
        "AddrLoc": "NADIAD",
        "StateCode": 24,
        "AddrPncd": 387002,
        "TxpType": "REG",
        "Status": "ACT",
        "BlkStatus": null
        }
        """;

    private const string PaymentQr = """
        {
        Success: true,
        QRCodeImagePng: "iVBORw0KGgo=",
        PaymentQrCode: "upi://pay?pa=blowbits@ybl&pn=BLOWBITS%20SOLUTIONS%20LLP&tn=SELLER:08AASFB9647G1ZU%20NO:B2C1617260496%20DT:01-04-2021%20Taxable:%e2%82%b95000%20IGST:%e2%82%b9900&am=5900&cu=INR&mode=01"
        }
        """;

    private static readonly DocumentReference Document = new("29AABCT1332L000", "INV", "MAHI/10", new IndiaDate(2020, 8, 8));

    [Fact]
    public async Task An_IRN_comes_with_its_acknowledgement_and_e_way_bill()
    {
        using var server = new RecordingServer(Irn);
        ServerAnswer<IrnResult> answer = await server.Client.GenerateIrnAsync("{}"u8.ToArray(), ImageRequest.None, CancellationToken.None);
        Assert.Equal(AnswerKind.Success, answer.Kind);
        AssertPrintedIrn(answer.Value!);
    }

    [Fact]
    public async Task Every_look_up_of_an_IRN_reads_the_same_answer()
    {
        using var server = new RecordingServer(Irn);
        AssertPrintedIrn((await server.Client.GetIrnAsync("29AABCT1332L000", "11f8", ImageRequest.None, CancellationToken.None)).Value!);
        AssertPrintedIrn((await server.Client.GetIrnByDocumentAsync(Document, ImageRequest.None, CancellationToken.None)).Value!);
        AssertPrintedIrn((await server.Client.GetDocumentIrnInfoAsync(Document, ImageRequest.None, CancellationToken.None)).Value!);
    }

    [Fact]
    public async Task Document_numbers_and_dates_are_percent_encoded()
    {
        using var server = new RecordingServer(Irn);
        await server.Client.GetIrnByDocumentAsync(Document, new ImageRequest { QrCodeFormat = "jpeg", QrCodeQuality = "Standard", Pdf = true }, CancellationToken.None);
        Assert.Equal("GET /api/einvoice/getirnbydoc", server.Line);
        Assert.Equal("gstin=29AABCT1332L000 doctype=INV docno=MAHI/10 docdate=08/08/2020 qrcode=yes qrcodeformat=JPEG qrcodequality=standard pdf=yes", server.Query);
    }

    [Theory]
    [InlineData("""{ "Success": true, "Irn":"a5c12dca80e743321740b001fd70953e8738d109865d28ba4013750f2046f229", "CancelTime": "29/11/2020 09:34:11", }""")]
    public async Task A_cancelled_IRN_is_read_despite_the_trailing_comma(string body)
    {
        using var server = new RecordingServer(body);
        ServerAnswer<CancelResult> answer = await server.Client.CancelIrnAsync("29AABCT1332L000", "a5c1", IrnCancelReason.DataEntryMistake, "Wrong HSN codes reported", CancellationToken.None);
        Assert.Equal("a5c12dca80e743321740b001fd70953e8738d109865d28ba4013750f2046f229", answer.Value!.Irn);
        Assert.Equal("2020-11-29T09:34:11+05:30", answer.Value.CancelTime.ToString());
        Assert.Equal("""{"Irn":"a5c1","CnlRsn":"2","CnlRem":"Wrong HSN codes reported"}""", server.Body);
    }

    [Fact]
    public async Task A_cancelled_e_way_bill_is_read_and_its_reasons_have_digits_of_their_own()
    {
        using var server = new RecordingServer("""{ "Success": true, "CancelTime": "29/11/2020 09:34:11", }""");
        ServerAnswer<CancelResult> answer = await server.Client.CancelEwbAsync("29AABCT1332L000", "791008693652", EwbCancelReason.OrderCancelled, "Wrong HSN codes reported", CancellationToken.None);
        Assert.Equal("2020-11-29T09:34:11+05:30", answer.Value!.CancelTime.ToString());
        Assert.Equal("""{"ewbNo":"791008693652","cancelRsnCode":"2","cancelRmrk":"Wrong HSN codes reported"}""", server.Body);
    }

    [Fact]
    public async Task An_e_way_bill_is_read_whether_made_or_fetched()
    {
        using var server = new RecordingServer(Ewb);
        AssertPrintedEwb((await server.Client.GetEwbByIrnAsync("29AABCT1332L000", "eb68", pdf: true, CancellationToken.None)).Value!);
        var request = new EwbRequest
        {
            Irn = "eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb",
            Transport = new TransportDetails
            {
                TransporterId = "24ACPPM5624F1ZK",
                TransporterName = "Golden Transport",
                TransportMode = "1",
                Distance = 300,
                TransportDocumentNumber = "RS021",
                TransportDocumentDate = new IndiaDate(2020, 11, 29),
                VehicleNumber = "RJ016789",
                VehicleType = "R",
            },
            ShipTo = new EwbShipTo { Address1 = "Sidiginamola Village", Address2 = "Ballari", Location = "Ballari", Pin = 583138, StateCode = "29" },
        };
        AssertPrintedEwb((await server.Client.GenerateEwbByIrnAsync("29AABCT1332L000", request, pdf: false, CancellationToken.None)).Value!);
        Assert.Equal(
            """{"Irn":"eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb","TransId":"24ACPPM5624F1ZK","TransName":"Golden Transport","TransMode":"1","Distance":300,"TransDocNo":"RS021","TransDocDt":"29/11/2020","VehNo":"RJ016789","VehType":"R","ExpShipDtls":{"Addr1":"Sidiginamola Village","Addr2":"Ballari","Loc":"Ballari","Pin":583138,"Stcd":"29"}}""",
            server.Body);
    }

    [Fact]
    public async Task A_taxpayer_is_read_with_numbers_for_state_and_PIN()
    {
        using var server = new RecordingServer(Gstin);
        GstinInfo info = (await server.Client.GetGstinAsync("29AABCT1332L000", "24ACPPM5624F1ZK", CancellationToken.None)).Value!;
        Assert.Equal(("24ACPPM5624F1ZK", "MANHARBHAI VISHNUBHAI MISTRI", "24", 387002), (info.Gstin, info.LegalName, info.StateCode, info.Pin!.Value));
        Assert.True(info.IsActive);
        Assert.False(info.IsEwbBlocked);
        Assert.Null(info.Floor);
    }

    [Fact]
    public async Task A_payment_QR_code_is_read_with_unquoted_names()
    {
        using var server = new RecordingServer(PaymentQr);
        PaymentQrResult result = (await server.Client.GeneratePaymentQrAsync("{}"u8.ToArray(), ImageRequest.None, CancellationToken.None)).Value!;
        Assert.StartsWith("upi://pay?pa=blowbits@ybl&pn=BLOWBITS%20SOLUTIONS%20LLP", result.PaymentQrCode, StringComparison.Ordinal);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], result.QrCodePng);
    }

    [Fact]
    public async Task A_payment_QR_code_in_Base64_is_decoded()
    {
        string text = Convert.ToBase64String("upi://pay?pa=a@b&am=1"u8);
        using var server = new RecordingServer($$"""{"Success":"true","PaymentQrCode":"{{text}}"}""");
        Assert.Equal("upi://pay?pa=a@b&am=1", (await server.Client.GeneratePaymentQrAsync("{}"u8.ToArray(), ImageRequest.None, CancellationToken.None)).Value!.PaymentQrCode);
    }

    [Fact]
    public async Task The_printed_failure_gives_all_its_errors()
    {
        using var server = new RecordingServer("""{ "Success": false, "Errors": [ { "Code": "ERR_CODE_1", "Message": "ERR MESSAGE 1" }, { "Code": "ERR_CODE_n", "Message": "ERR MESSAGE n" } ] }""");
        ServerAnswer<IrnResult> answer = await server.Client.GetIrnAsync("g", "i", ImageRequest.None, CancellationToken.None);
        Assert.Equal(AnswerKind.Refused, answer.Kind);
        Assert.Equal(["ERR_CODE_1: ERR MESSAGE 1", "ERR_CODE_n: ERR MESSAGE n"], answer.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public async Task The_header_is_the_specifications()
    {
        using var server = new RecordingServer(Irn);
        await server.Client.GetIrnAsync("g", "i", ImageRequest.None, CancellationToken.None);
        Assert.Equal("Basic cmFtZXNoOmVsZXBoYW50QDEyMw==", server.Authorization);
        Assert.StartsWith("OctaEInvoice/", server.UserAgent, StringComparison.Ordinal);
    }

    private static void AssertPrintedIrn(IrnResult result)
    {
        Assert.Equal("112010000002315", result.AckNumber);
        Assert.Equal("2020-11-27T17:23:45+05:30", result.AckTime.ToString());
        Assert.Equal(RecordStatus.Active, result.IrnStatus);
        Assert.Equal("11f8ef741fe294d4a14aad0b12457e62775d0fdc41a0dcf05b74fbb2ddc47acb", result.Irn);
        Assert.Equal(("eyJhbGc...gumxIpg", "eyJhbGc...oOZvxpw"), (result.SignedInvoice, result.SignedQrCode));
        Assert.Equal(("191008688443", RecordStatus.Active), (result.EwbNumber, result.EwbStatus));
        Assert.Equal("2020-11-29T17:23:45+05:30", result.EwbValidTill.ToString());
        Assert.Null(result.QrCodeJpeg);
        Assert.Null(result.AdditionalFields);
    }

    private static void AssertPrintedEwb(EwbResult result)
    {
        Assert.Equal(("191008688443", RecordStatus.Active), (result.EwbNumber, result.EwbStatus));
        Assert.Equal(("2020-11-27T17:23:45+05:30", "2020-11-29T17:23:45+05:30"), (result.EwbTime.ToString(), result.EwbValidTill.ToString()));
    }
}
