using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations.LookUps;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Tests.Running;
using OctaEInvoice.Tests.SignedData;

namespace OctaEInvoice.Tests.Operations;

public class LookUpTests
{
    private const string Gstin = "29AABCT1332L000";

    private static readonly ResilienceSettings Short = new() { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) };
    private static readonly DocumentReference Document = new(Gstin, "CRN", "C/7", new IndiaDate(2026, 5, 4));

    [Fact]
    public async Task A_document_is_completed_by_what_the_portal_signed()
    {
        using var server = new Script(Script.Success(new { Irn = "35054c", SignedQRCode = Token.Of(Token.QrData) }));
        IrnResult found = (await AskAsync(server, lookUp => lookUp.ByIrnAsync("24ACPPM5624F1ZK", " 35054c ", default), isSandbox: true)).Value!;
        Assert.Equal((Gstin, "INV", "MAHI/10", new IndiaDate(2020, 8, 8)), (found.Gstin, found.DocumentType, found.DocumentNumber, found.DocumentDate!.Value));
        Assert.Equal(("29AWGPV7107B1Z1", 12908m, true), (found.BuyerGstin, found.InvoiceTotal, found.Sandbox));
        Assert.Equal(["getirn?gstin=24ACPPM5624F1ZK&irn=35054c&qrcode=yes&qrcodeformat=PNG&pdf=yes"], server.Calls);
    }

    [Fact]
    public async Task Of_an_answer_without_signed_data_only_the_seller_is_known_by_IRN()
    {
        using var server = new Script(Script.Success(new { Irn = "35054c" }));
        IrnResult found = (await AskAsync(server, lookUp => lookUp.ByIrnAsync(Gstin, "35054c", default))).Value!;
        Assert.Equal((Gstin, null, null, null), (found.Gstin, found.DocumentType, found.DocumentNumber, found.DocumentDate));
        Assert.Equal((null, null, false), (found.BuyerGstin, found.InvoiceTotal, found.Sandbox));
    }

    [Theory]
    [InlineData(true, "getdocirninfo")]
    [InlineData(false, "getirnbydoc")]
    public async Task Of_an_answer_without_signed_data_the_document_asked_for_is_told(bool asksRecord, string endpoint)
    {
        using var server = new Script(Script.Success(new { Irn = "35054c" }));
        ServerAnswer<IrnResult> answer = await AskAsync(server, lookUp => asksRecord ? lookUp.RecordAsync(Document, default) : lookUp.ByDocumentAsync(Document, default));
        IrnResult found = answer.Value!;
        Assert.Equal((Gstin, "CRN", "C/7", new IndiaDate(2026, 5, 4)), (found.Gstin, found.DocumentType, found.DocumentNumber, found.DocumentDate!.Value));
        Assert.Equal(endpoint, server.Endpoints);
    }

    [Fact]
    public async Task An_e_way_bill_says_whose_it_is()
    {
        using var server = new Script(Script.Success(new { EwbNo = 191000000002, Status = "ACT" }));
        EwbResult found = (await AskAsync(server, lookUp => lookUp.EwbAsync(Gstin, " 35054c ", default), isSandbox: true)).Value!;
        Assert.Equal(("191000000002", RecordStatus.Active, Gstin, "35054c", true), (found.EwbNumber, found.EwbStatus, found.Gstin, found.Irn, found.Sandbox));
        Assert.Equal([$"getewbbyirn?gstin={Gstin}&irn=35054c&pdf=yes"], server.Calls);
    }

    [Theory]
    [InlineData(null, "24ACPPM5624F1ZK")]
    [InlineData("24ACPPM5624F1ZX", "24ACPPM5624F1ZX")]
    public async Task A_taxpayer_has_the_GSTIN_of_the_answer_or_else_the_one_asked_for(string? answered, string expected)
    {
        using var server = new Script(Script.Success(new { Gstin = answered, TradeName = "Golden" }));
        GstinInfo found = (await AskAsync(server, lookUp => lookUp.TaxpayerAsync(Gstin, "24ACPPM5624F1ZK", default), isSandbox: true)).Value!;
        Assert.Equal((expected, true), (found.Gstin, found.Sandbox));
        Assert.Equal([$"getgstin?gstin={Gstin}&partygstin=24ACPPM5624F1ZK"], server.Calls);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again()
    {
        using var server = new Script(Script.Lost, Script.Lost, Script.Success(new { Irn = "35054c" }));
        Assert.Equal("35054c", (await AskAsync(server, lookUp => lookUp.ByIrnAsync(Gstin, "35054c", default))).Value!.Irn);
        Assert.Equal(3, server.Calls.Length);
    }

    [Theory]
    [InlineData("52", RunStop.Login)]
    [InlineData("OCTA-200", RunStop.Account)]
    [InlineData("2148", null)]
    [InlineData("3096", null)]
    public async Task A_refusal_stops_the_run_only_where_it_would_be_the_same_for_all(string code, RunStop? stop)
    {
        using var server = new Script(Script.Refusal(code));
        using var run = new RunState(Short);
        ServerAnswer<IrnResult> answer = await new LookUp(server.Client, ImageRequest.None, run, isSandbox: false).ByIrnAsync(Gstin, "35054c", default);
        Assert.Equal((AnswerKind.Refused, stop), (answer.Kind, run.Stopped));
        Assert.Equal([code], answer.Codes);
        Assert.Empty(run.Events.OfType<SellerBlocked>());
    }

    private static async Task<ServerAnswer<T>> AskAsync<T>(Script server, Func<LookUp, Task<ServerAnswer<T>>> ask, bool isSandbox = false)
        where T : class
    {
        using var run = new RunState(Short);
        return await ask(new LookUp(server.Client, new ImageRequest { QrCodeFormat = "PNG", Pdf = true }, run, isSandbox));
    }
}
