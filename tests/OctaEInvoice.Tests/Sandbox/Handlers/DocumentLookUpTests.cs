using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class DocumentLookUpTests : IDisposable
{
    private static readonly DocumentReference Sample = new(SampleInvoice.Seller, "INV", "MAHI/10", new IndiaDate(2020, 8, 8));

    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Both_look_ups_find_a_document_by_number_in_any_case()
    {
        IrnResult registered = await session.RegisterAsync();
        DocumentReference lower = Sample with { Number = "mahi/10" };
        ServerAnswer<IrnResult> portal = await session.Client.GetIrnByDocumentAsync(lower, ImageRequest.None, default);
        ServerAnswer<IrnResult> octa = await session.Client.GetDocumentIrnInfoAsync(lower, ImageRequest.None, default);
        Assert.Equal((registered.Irn, registered.AckNumber, registered.SignedQrCode), (portal.Value!.Irn, portal.Value.AckNumber, portal.Value.SignedQrCode));
        Assert.Equal((registered.Irn, registered.AckNumber, registered.SignedInvoice), (octa.Value!.Irn, octa.Value.AckNumber, octa.Value.SignedInvoice));
    }

    [Fact]
    public async Task Octas_own_record_outlives_the_portals_three_days()
    {
        IrnResult registered = await session.RegisterAsync();
        session.Clock.Move(TimeSpan.FromDays(400));
        Assert.Equal(["2283"], (await session.Client.GetIrnByDocumentAsync(Sample, ImageRequest.None, default)).Errors.Select(error => error.Code));
        Assert.Equal(registered.Irn, (await session.Client.GetDocumentIrnInfoAsync(Sample, ImageRequest.None, default)).Value!.Irn);
    }

    [Theory]
    [InlineData("INV", "MAHI/11", "2020-08-08", SampleInvoice.Seller)]
    [InlineData("CRN", "MAHI/10", "2020-08-08", SampleInvoice.Seller)]
    [InlineData("INV", "MAHI/10", "2020-08-09", SampleInvoice.Seller)]
    [InlineData("INV", "MAHI/10", "2021-08-08", SampleInvoice.Seller)]
    [InlineData("INV", "MAHI/10", "2020-08-08", "24ACPPM5624F1ZK")]
    public async Task Both_look_ups_say_when_there_is_none(string type, string number, string date, string gstin)
    {
        await session.RegisterAsync();
        Assert.True(IndiaDate.TryParse(date, out IndiaDate day));
        DocumentReference wanted = new(gstin, type, number, day);
        Assert.Equal(["OCTA-153", "2148"], (await session.Client.GetIrnByDocumentAsync(wanted, ImageRequest.None, default)).Errors.Select(error => error.Code));
        Assert.Equal(["OCTA-153", "2148"], (await session.Client.GetDocumentIrnInfoAsync(wanted, ImageRequest.None, default)).Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Octas_own_record_has_its_image_as_PNG_and_no_format()
    {
        await session.RegisterAsync(withEwb: true);
        const string document = "gstin=29AABCT1332L000&doctype=INV&docno=MAHI%2F10&docdate=08%2F08%2F2020";
        JsonElement answer = await session.GetAsync("getdocirninfo?qrcode=yes&pdf=yes&" + document);
        string[] expected =
        [
            "Success", "AckNo", "AckTime", "IrnStatus", "Irn", "SignedInvoice", "SignedQRCode", "EwbStatus", "EwbNo", "EwbTime", "EwbValidTill",
            "QRCodeImagePng", "EinvoicePdf", "EwbPdf",
        ];
        Assert.Equal(expected, answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(answer.GetProperty("EinvoicePdf").GetBytesFromBase64(), 0, 5));
        Assert.Equal(["OCTA-300"], SandboxSession.Codes(await session.GetAsync("getdocirninfo?qrcodeformat=PNG&" + document)));
        JsonElement jpeg = await session.GetAsync("getirnbydoc?qrcode=yes&qrcodeformat=JPEG&" + document);
        Assert.Equal(0xFF, jpeg.GetProperty("QRCodeImageJpeg").GetBytesFromBase64()[0]);
    }

    [Theory]
    [InlineData("gstin=29AABCT1332L000&doctype=INVOICE&docno=A1&docdate=08%2F08%2F2020", "OCTA-013")]
    [InlineData("gstin=29AABCT1332L000&doctype=INV&docno=0A1&docdate=08%2F08%2F2020", "OCTA-014")]
    [InlineData("gstin=29AABCT1332L000&doctype=INV&docno=A1&docdate=2020-08-08", "OCTA-015")]
    [InlineData("gstin=29aabct1332l000&doctype=INV&docno=A1&docdate=08%2F08%2F2020", "OCTA-151")]
    [InlineData("gstin=29AABCT1332L000&doctype=INV&docno=A1", "OCTA-300")]
    [InlineData("gstin=29AABCT1332L000&doctype=INV&docno=A1&docdate=08%2F08%2F2020&DocNo=A2", "OCTA-300")]
    public async Task Both_look_ups_refuse_faulty_parameters(string query, string code)
    {
        Assert.Equal([code], SandboxSession.Codes(await session.GetAsync("getirnbydoc?" + query)));
        Assert.Equal([code], SandboxSession.Codes(await session.GetAsync("getdocirninfo?" + query)));
        Assert.Equal(2, session.Server.BadRequests);
    }

    [Fact]
    public async Task The_PDF_shows_the_document()
    {
        IrnResult registered = await session.RegisterAsync(withEwb: true);
        ServerAnswer<IrnResult> answer = await session.Client.GetIrnAsync(SampleInvoice.Seller, registered.Irn!, new ImageRequest { Pdf = true }, default);
        List<string> texts = Assert.Single(Print.PdfReader.ReadPages(answer.Value!.InvoicePdf!));
        foreach (string shown in new[] { registered.Irn!, "MAHI/10 of 08/08/2020", "112610000000001 of 04/05/2026 10:30:00", "ABC company pvt ltd", "Rice", "12908.00", "191000000001", "37 Andhra Pradesh" })
            Assert.Contains(shown, texts);
        List<string> ewb = Assert.Single(Print.PdfReader.ReadPages(answer.Value.EwbPdf!));
        foreach (string shown in new[] { "191000000001", "05/05/2026 10:30:00", "100 km", "Road", "ka123456", "12AWGPV7107B1Z1 XYZ EXPORTS", "DOC01 01/08/2020" })
            Assert.Contains(shown, ewb);
    }
}
