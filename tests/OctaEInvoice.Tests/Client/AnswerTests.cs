namespace OctaEInvoice.Tests.Client;

/// <summary>The specification's printed answers, read; where it prints shortened binary data, data of the same kind stands here.</summary>
public class AnswerTests
{
    private const string Registered = """
        {
        "Success": true,
        "AckNo": "112010000002315",
        "AckTime": "27/11/2020 17:23:45",
        "IrnStatus": "ACT",
        "Irn": "11f8ef741fe294d4a14aad0b12457e62775d0fdc41a0dcf05b74fbb2ddc47acb",
        "SignedInvoice": "eyJhbGc.gumxIpg",
        "SignedQRCode": "eyJhbGc.oOZvxpw",
        "EwbStatus": "ACT",
        "EwbNo": "191008688443",
        "EwbTime": "27/11/2020 17:23:45",
        "EwbValidTill": "29/11/2020 17:23:45",
        "QRCodeImagePng": "iVBORw0K",
        "QRCodeImageJpeg": "/9j/4AAQ",
        "QRCodeImageGif": "R0lGODlh",
        "EinvoicePdf": "JVBERi0x",
        "EwbPdf": "JVBERi0y"
        }
        """;

    private const string Ewb = """
        {
        "Success": true,
        "EwbStatus": "ACT",
        "EwbNo": "191008688443",
        "EwbTime": "27/11/2020 17:23:45",
        "EwbValidTill": "29/11/2020 17:23:45",
        "EwbPdf": "JVBERi0y"
        }
        """;

    public static TheoryData<string> Endpoints => new(Endpoint.Names);

    [Theory]
    [InlineData("generateirn")]
    [InlineData("getirn")]
    [InlineData("getirnbydoc")]
    [InlineData("getdocirninfo")]
    public async Task A_registered_document_is_read_whole(string name)
    {
        IrnResult result = await ReadAsync<IrnResult>(name, Registered);
        Assert.Equal("112010000002315", result.AckNumber);
        Assert.Equal("2020-11-27T17:23:45+05:30", result.AckTime.ToString());
        Assert.Equal(RecordStatus.Active, result.IrnStatus);
        Assert.Equal(Endpoint.Irn, result.Irn);
        Assert.Equal("eyJhbGc.gumxIpg", result.SignedInvoice);
        Assert.Equal("eyJhbGc.oOZvxpw", result.SignedQrCode);
        Assert.Equal(RecordStatus.Active, result.EwbStatus);
        Assert.Equal("191008688443", result.EwbNumber);
        Assert.Equal("2020-11-27T17:23:45+05:30", result.EwbTime.ToString());
        Assert.Equal("2020-11-29T17:23:45+05:30", result.EwbValidTill.ToString());
        Assert.Equal(Convert.FromBase64String("iVBORw0K"), result.QrCodePng);
        Assert.Equal(Convert.FromBase64String("/9j/4AAQ"), result.QrCodeJpeg);
        Assert.Equal(Convert.FromBase64String("R0lGODlh"), result.QrCodeGif);
        Assert.Equal("%PDF-1"u8.ToArray(), result.InvoicePdf);
        Assert.Equal("%PDF-2"u8.ToArray(), result.EwbPdf);
        Assert.Null(result.AdditionalFields);
    }

    [Theory]
    [InlineData("generateewbbyirn")]
    [InlineData("getewbbyirn")]
    public async Task An_e_way_bill_is_read_whole(string name)
    {
        EwbResult result = await ReadAsync<EwbResult>(name, Ewb);
        Assert.Equal("191008688443", result.EwbNumber);
        Assert.Equal(RecordStatus.Active, result.EwbStatus);
        Assert.Equal("2020-11-27T17:23:45+05:30", result.EwbTime.ToString());
        Assert.Equal("2020-11-29T17:23:45+05:30", result.EwbValidTill.ToString());
        Assert.Equal("%PDF-2"u8.ToArray(), result.EwbPdf);
    }

    [Fact]
    public async Task The_status_is_read_by_the_misprinted_name_too()
    {
        EwbResult result = await ReadAsync<EwbResult>("getewbbyirn", """{ "Success": true, "EwbStstus": "CNL", "EwbNo": "191008688443" }""");
        Assert.Equal(RecordStatus.Cancelled, result.EwbStatus);
    }

    [Fact]
    public async Task A_cancelled_IRN_is_read_in_spite_of_the_printed_comma()
    {
        CancelResult result = await ReadAsync<CancelResult>("cancelirn", """
            {
            "Success": true,
            "Irn":"a5c12dca80e743321740b001fd70953e8738d109865d28ba4013750f2046f229",
            "CancelTime": "29/11/2020 09:34:11",
            }
            """);
        Assert.Equal("a5c12dca80e743321740b001fd70953e8738d109865d28ba4013750f2046f229", result.Irn);
        Assert.Equal("2020-11-29T09:34:11+05:30", result.CancelTime.ToString());
    }

    [Fact]
    public async Task A_cancelled_e_way_bill_is_read_in_spite_of_the_printed_comma()
    {
        CancelResult result = await ReadAsync<CancelResult>("cancelewb", """
            {
            "Success": true,
            "CancelTime": "29/11/2020 09:34:11",
            }
            """);
        Assert.Equal("2020-11-29T09:34:11+05:30", result.CancelTime.ToString());
    }

    [Fact]
    public async Task A_taxpayer_is_read_whole()
    {
        GstinInfo info = await ReadAsync<GstinInfo>("getgstin", """
            {
            "Success": true,
            "Gstin": "24ACPPM5624F1ZK",
            "TradeName": "SHASTRI TROLLY WORKS",
            "LegalName": "MANHARBHAI VISHNUBHAI MISTRI",
            "AddrBnm": "TALUKDARI HOSTEL",
            "AddrBno": "SHASTRI TROLLY WORKS",
            "AddrFlno": "2",
            "AddrSt": "ASHRAM ROAD",
            "AddrLoc": "NADIAD",
            "StateCode": 24,
            "AddrPncd": 387002,
            "TxpType": "REG",
            "Status": "ACT",
            "BlkStatus": null
            }
            """);
        Assert.Equal("24ACPPM5624F1ZK", info.Gstin);
        Assert.Equal("SHASTRI TROLLY WORKS", info.TradeName);
        Assert.Equal("MANHARBHAI VISHNUBHAI MISTRI", info.LegalName);
        Assert.Equal("TALUKDARI HOSTEL", info.BuildingName);
        Assert.Equal("SHASTRI TROLLY WORKS", info.BuildingNumber);
        Assert.Equal("2", info.Floor);
        Assert.Equal("ASHRAM ROAD", info.Street);
        Assert.Equal("NADIAD", info.Location);
        Assert.Equal("24", info.StateCode);
        Assert.Equal(387002, info.Pin);
        Assert.Equal("REG", info.TaxpayerType);
        Assert.Equal("ACT", info.Status);
        Assert.True(info.IsActive);
        Assert.False(info.IsEwbBlocked);
        Assert.Null(info.AdditionalFields);
    }

    [Theory]
    [InlineData("ACT", true)]
    [InlineData("CNL", false)]
    [InlineData("INA", false)]
    [InlineData("PRO", false)]
    public async Task A_taxpayer_is_active_by_his_status(string status, bool isActive)
    {
        GstinInfo info = await ReadAsync<GstinInfo>("getgstin", $$"""{ "Success": true, "Status": "{{status}}" }""");
        Assert.Equal(status, info.Status);
        Assert.Equal(isActive, info.IsActive);
    }

    [Theory]
    [InlineData("\"B\"", true)]
    [InlineData("\"U\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", false)]
    public async Task E_way_bills_of_a_taxpayer_are_blocked_by_B_alone(string status, bool isBlocked)
    {
        GstinInfo info = await ReadAsync<GstinInfo>("getgstin", $$"""{ "Success": true, "BlkStatus": {{status}} }""");
        Assert.Equal(isBlocked, info.IsEwbBlocked);
    }

    [Fact]
    public async Task A_payment_QR_code_is_read_although_its_names_are_printed_without_quotes()
    {
        const string link = "upi://pay?pa=blowbits@ybl&pn=BLOWBITS%20SOLUTIONS%20LLP&tn=SELLER:08AASFB9647G1ZU%20NO:B2C1617260496%20DT:01-04-2021%20Taxable:%e2%82%b95000%20IGST:%e2%82%b9900&am=5900&cu=INR&mode=01";
        PaymentQrResult result = await ReadAsync<PaymentQrResult>("generatepaymentqrcode", $$"""
            {
            Success: true,
            QRCodeImagePng: "iVBORw0K",
            QRCodeImageJpeg: "/9j/4AAQ",
            QRCodeImageGif: "R0lGODlh",
            PaymentQrCode: "{{link}}"
            }
            """);
        Assert.Equal(link, result.PaymentQrCode);
        Assert.Equal(Convert.FromBase64String("iVBORw0K"), result.QrCodePng);
        Assert.Equal(Convert.FromBase64String("/9j/4AAQ"), result.QrCodeJpeg);
        Assert.Equal(Convert.FromBase64String("R0lGODlh"), result.QrCodeGif);
    }

    [Fact]
    public async Task A_payment_QR_code_is_read_as_Base64_too()
    {
        string encoded = Convert.ToBase64String("upi://pay?pa=blowbits@ybl"u8);
        PaymentQrResult result = await ReadAsync<PaymentQrResult>("generatepaymentqrcode", $$"""{ "Success": true, "PaymentQrCode": "{{encoded}}" }""");
        Assert.Equal("upi://pay?pa=blowbits@ybl", result.PaymentQrCode);
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_failure_tells_every_code_and_message(string name)
    {
        using var server = new RecordingServer("""
            {
            "Success": false,
            "Errors": [
            { "Code": "OCTA-058", "Message": "Invalid HSN" },
            { "Code": "2176", "Message": "Invalid HSN code(s)-1" }
            ]
            }
            """);
        (object? value, IReadOnlyList<ServerError> errors) = await Endpoint.CallAsync(server.Client, name);
        Assert.Null(value);
        Assert.Equal(["OCTA-058: Invalid HSN", "2176: Invalid HSN code(s)-1"], errors.Select(error => error.ToString()));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_failure_without_errors_is_no_result(string name)
    {
        using var server = new RecordingServer("""{ "Success": false }""");
        (object? value, _) = await Endpoint.CallAsync(server.Client, name);
        Assert.Null(value);
    }

    private static async Task<T> ReadAsync<T>(string name, string answer)
    {
        using var server = new RecordingServer(answer);
        (object? value, IReadOnlyList<ServerError> errors) = await Endpoint.CallAsync(server.Client, name);
        Assert.Empty(errors);
        return Assert.IsType<T>(value);
    }
}
