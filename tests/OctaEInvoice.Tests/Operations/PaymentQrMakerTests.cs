using OctaEInvoice.Chaos;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations.LookUps;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Tests.Running;

namespace OctaEInvoice.Tests.Operations;

public class PaymentQrMakerTests
{
    private static readonly ResilienceSettings Short = new() { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) };

    [Fact]
    public async Task The_result_says_of_which_document_it_is()
    {
        InvoiceDraft draft = ChaosDocuments.Draft("A/1");
        OctaInvoice invoice = draft.Invoice;
        using var server = new Script(Script.Success(new { PaymentQrCode = "upi://pay" }));
        using var run = new RunState(Short);
        ServerAnswer<PaymentQrResult> answer = await MakeAsync(server, run, draft, isSandbox: true);
        PaymentQrResult made = answer.Value!;
        Assert.Equal(("upi://pay", true), (made.PaymentQrCode, made.Sandbox));
        Assert.Equal((invoice.Gstin, "INV", "A/1", invoice.DocumentDate), (made.Gstin, made.DocumentType, made.DocumentNumber, made.DocumentDate));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(InvoiceJson.Write(invoice)), server.LastBody);
        Assert.Equal(["generatepaymentqrcode?qrcode=yes&qrcodeformat=GIF"], server.Calls);
    }

    [Fact]
    public async Task It_registers_nothing_so_that_a_lost_answer_is_asked_for_again()
    {
        using var server = new Script(Script.Lost, Script.Success(new { PaymentQrCode = "upi://pay" }));
        using var run = new RunState(Short);
        PaymentQrResult made = (await MakeAsync(server, run, ChaosDocuments.Draft("A/1"), isSandbox: false)).Value!;
        Assert.Equal(("upi://pay", false), (made.PaymentQrCode, made.Sandbox));
        Assert.Equal(2, server.Calls.Length);
    }

    [Fact]
    public async Task A_refusal_of_the_login_stops_the_run_and_one_of_the_document_does_not()
    {
        using var server = new Script(Script.Refusal("OCTA-012"), Script.Refusal("52"));
        using var run = new RunState(Short);
        InvoiceDraft draft = ChaosDocuments.Draft("A/1");
        Assert.Equal(["OCTA-012"], (await MakeAsync(server, run, draft, isSandbox: false)).Codes);
        Assert.Null(run.Stopped);
        Assert.Null((await MakeAsync(server, run, draft, isSandbox: false)).Value);
        Assert.Equal(RunStop.Login, run.Stopped);
    }

    private static Task<ServerAnswer<PaymentQrResult>> MakeAsync(Script server, RunState run, InvoiceDraft draft, bool isSandbox) =>
        new PaymentQrMaker(server.Client, new ImageRequest { QrCodeFormat = "GIF" }, run, isSandbox).MakeAsync(CheckedDraft.WithoutRules(draft), default);
}
