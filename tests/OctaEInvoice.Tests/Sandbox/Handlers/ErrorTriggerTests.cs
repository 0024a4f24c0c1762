using System.Net;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class ErrorTriggerTests : IDisposable
{
    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("ERR-OCTA-204", "OCTA-204")]
    [InlineData("ERR-O204/A1", "OCTA-204")]
    [InlineData("err-2146", "2146")]
    [InlineData("ERR-3109", "_3109")]
    [InlineData("ERR-9999", "9999")]
    public async Task A_number_asks_for_a_code_and_nothing_is_registered(string number, string code)
    {
        ServerAnswer<IrnResult> answer = await GenerateAsync(number);
        Assert.Equal((AnswerKind.Refused, code), (answer.Kind, answer.Errors.Single().Code));
        Assert.Equal(ErrorCatalogue.Find(code)!.Meaning, answer.Errors.Single().Message);
        Assert.Equal(0, session.Server.RegisteredDocuments);
    }

    [Fact]
    public async Task Every_code_of_the_catalogue_can_be_asked_for()
    {
        foreach (ErrorInfo info in ErrorCatalogue.All)
        {
            ServerAnswer<IrnResult> answer = await GenerateAsync("ERR-" + info.Code.TrimStart('_'));
            Assert.Equal(info.Code, answer.Errors.Single().Code);
        }
        Assert.Equal(0, session.Server.RegisteredDocuments);
    }

    [Fact]
    public async Task A_count_lets_it_pass_in_the_end()
    {
        Assert.True((await GenerateAsync("ERR-2146-2/7")).Has("2146"));
        Assert.True((await GenerateAsync("ERR-2146-2/7")).Has("2146"));
        Assert.True((await GenerateAsync("ERR-2146-2/8")).Has("2146"));
        Assert.Equal(AnswerKind.Success, (await GenerateAsync("ERR-2146-2/7")).Kind);
    }

    [Fact]
    public async Task A_document_can_be_registered_and_the_answer_lost()
    {
        ServerAnswer<IrnResult> answer = await GenerateAsync("ERRD-OCTA-204");
        Assert.True(answer.Has("OCTA-204"));
        Assert.Equal("ERRD-OCTA-204", Assert.Single(session.Server.Documents).Key.Number);
        ServerAnswer<IrnResult> found = await session.Client.GetDocumentIrnInfoAsync(Reference("ERRD-OCTA-204"), ImageRequest.None, default);
        Assert.Equal(AnswerKind.Success, found.Kind);
    }

    [Fact]
    public async Task Look_ups_fail_for_their_own_numbers_only()
    {
        IrnResult registered = (await GenerateAsync("ERRL-OCTA-208-1")).Value!;
        Assert.True((await session.Client.GetIrnByDocumentAsync(Reference("ERRL-OCTA-208-1"), ImageRequest.None, default)).Has("OCTA-208"));
        Assert.Equal(AnswerKind.Success, (await session.Client.GetDocumentIrnInfoAsync(Reference("ERRL-OCTA-208-1"), ImageRequest.None, default)).Kind);
        Assert.Equal(AnswerKind.Success, (await session.Client.GetIrnAsync(SampleInvoice.Seller, registered.Irn!, ImageRequest.None, default)).Kind);
        Assert.True((await session.Client.GetDocumentIrnInfoAsync(Reference("ERRL-2283"), ImageRequest.None, default)).Has("2283"));
    }

    [Fact]
    public async Task Cancelling_and_ewaybills_fail_by_their_own_numbers()
    {
        IrnResult cancel = await session.RegisterAsync("ERRC-OCTA-206");
        Assert.True((await session.Client.CancelIrnAsync(SampleInvoice.Seller, cancel.Irn!, IrnCancelReason.Others, "x", default)).Has("OCTA-206"));

        IrnResult ewb = await session.RegisterAsync("ERRE-4001-1", withEwb: true);
        Assert.Null(ewb.EwbNumber);
        EwbRequest request = new() { Irn = ewb.Irn, Transport = new TransportDetails { TransporterId = "24ACPPM5624F1ZK", Distance = 10 } };
        ServerAnswer<EwbResult> made = await session.Client.GenerateEwbByIrnAsync(SampleInvoice.Seller, request, pdf: false, default);
        Assert.Equal("191000000001", made.Value!.EwbNumber);

        IrnResult verified = await session.RegisterAsync("ERRX-4056", withEwb: true);
        Assert.True((await session.Client.CancelEwbAsync(SampleInvoice.Seller, verified.EwbNumber!, EwbCancelReason.Others, "x", default)).Has("4056"));
    }

    [Fact]
    public async Task A_GSTIN_asks_for_a_code_too()
    {
        Assert.True((await session.Client.GetGstinAsync(SampleInvoice.Seller, "29ERNIC3029A1ZE", default)).Has("3029"));
        Assert.True((await session.Client.GetGstinAsync(SampleInvoice.Seller, "29EROCT0204O1ZV", default)).Has("OCTA-204"));
        Assert.Equal(AnswerKind.Success, (await session.Client.GetGstinAsync(SampleInvoice.Seller, "29EROCT0204O1ZV", default)).Kind);
        Assert.Equal(503, (await session.Client.GetGstinAsync(SampleInvoice.Seller, "29ERHTT0503A1ZX", default)).HttpStatus);
    }

    [Fact]
    public async Task HTTP_statuses_come_bare_and_429_says_how_long_to_wait()
    {
        ServerAnswer<IrnResult> throttled = await GenerateAsync("ERR-429-1");
        Assert.Equal((AnswerKind.Throttled, TimeSpan.FromSeconds(1)), (throttled.Kind, throttled.RetryAfter));
        Assert.Equal(AnswerKind.Success, (await GenerateAsync("ERR-429-1")).Kind);
        ServerAnswer<IrnResult> broken = await GenerateAsync("ERR-502");
        Assert.Equal((AnswerKind.Unclear, (int)HttpStatusCode.BadGateway), (broken.Kind, broken.HttpStatus));
    }

    [Fact]
    public async Task Octas_newer_codes_come_in_headers()
    {
        ServerAnswer<IrnResult> answer = await GenerateAsync("ERR-140");
        Assert.Equal((400, "140", "The balance of the Octa wallet is too low."), (answer.HttpStatus, answer.Errors.Single().Code, answer.Errors.Single().Message));
    }

    [Theory]
    [InlineData("ERR-1")]
    [InlineData("ERR-7777")]
    [InlineData("ERR")]
    [InlineData("ERR2146")]
    [InlineData("ERRQ-2146")]
    [InlineData("ERR-2146-X")]
    public async Task Ordinary_numbers_that_look_alike_are_registered(string number)
    {
        Assert.Equal(AnswerKind.Success, (await GenerateAsync(number)).Kind);
    }

    private static DocumentReference Reference(string number) => new(SampleInvoice.Seller, "INV", number, new IndiaDate(2020, 8, 8));

    private Task<ServerAnswer<IrnResult>> GenerateAsync(string number) =>
        session.Client.GenerateIrnAsync(SampleInvoice.Numbered(number), ImageRequest.None, default);
}
