using System.Text.Json;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class CancelIrnTests : IDisposable
{
    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Cancels_within_24_hours_and_shows_it_in_every_look_up()
    {
        IrnResult registered = await session.RegisterAsync();
        session.Clock.Move(TimeSpan.FromHours(24));
        ServerAnswer<CancelResult> answer = await CancelAsync(registered.Irn!);
        Assert.Equal((AnswerKind.Success, registered.Irn, "2026-05-05T10:30:00+05:30"), (answer.Kind, answer.Value!.Irn, answer.Value.CancelTime.ToString()));
        Assert.Null(answer.Value.AdditionalFields);

        ServerAnswer<IrnResult> found = await session.Client.GetIrnAsync(SampleInvoice.Seller, registered.Irn!, ImageRequest.None, default);
        Assert.Equal((RecordStatus.Cancelled, registered.SignedQrCode), (found.Value!.IrnStatus, found.Value.SignedQrCode));
        Assert.Equal(RecordStatus.Cancelled, Assert.Single(session.Server.Documents).Status);
    }

    [Fact]
    public async Task Refuses_after_24_hours()
    {
        IrnResult registered = await session.RegisterAsync();
        session.Clock.Move(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        ServerAnswer<CancelResult> answer = await CancelAsync(registered.Irn!);
        Assert.Equal(["2270"], answer.Errors.Select(error => error.Code));
        Assert.Equal(RecordStatus.Active, Assert.Single(session.Server.Documents).Status);
    }

    [Fact]
    public async Task Refuses_while_the_ewaybill_is_in_force()
    {
        IrnResult registered = await session.RegisterAsync(withEwb: true);
        Assert.Equal(["OCTA-156", "2230"], (await CancelAsync(registered.Irn!)).Errors.Select(error => error.Code));
        Assert.Equal(AnswerKind.Success, (await session.Client.CancelEwbAsync(SampleInvoice.Seller, registered.EwbNumber!, EwbCancelReason.OrderCancelled, "Not moved", default)).Kind);
        Assert.Equal(AnswerKind.Success, (await CancelAsync(registered.Irn!)).Kind);
    }

    [Fact]
    public async Task Cancels_once_and_keeps_the_number_used()
    {
        IrnResult registered = await session.RegisterAsync();
        await CancelAsync(registered.Irn!);
        Assert.Equal(["OCTA-154", "9999"], (await CancelAsync(registered.Irn!)).Errors.Select(error => error.Code));
        JsonElement again = await session.PostAsync("generateirn", SampleInvoice.Body());
        Assert.Equal(["OCTA-154", "2278"], SandboxSession.Codes(again));
        Assert.Equal(1, session.Server.RegisteredDocuments);
    }

    [Fact]
    public async Task One_of_many_simultaneous_cancellations_wins()
    {
        IrnResult registered = await session.RegisterAsync();
        ServerAnswer<CancelResult>[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CancelAsync(registered.Irn!)));
        Assert.Single(answers, answer => answer.Kind == AnswerKind.Success);
        Assert.Equal(49, answers.Count(answer => answer.Has("9999")));
    }

    [Fact]
    public async Task Refuses_unknown_IRNs_other_sellers_and_faulty_bodies()
    {
        IrnResult registered = await session.RegisterAsync();
        string path = "cancelirn?gstin=" + SampleInvoice.Seller;
        string irn = registered.Irn!;
        Assert.Equal(["OCTA-153", "2148"], (await CancelAsync(new string('0', 64))).Errors.Select(error => error.Code));
        Assert.Equal(["OCTA-153", "2143"], SandboxSession.Codes(await session.PostAsync("cancelirn?gstin=24ACPPM5624F1ZK", Body(irn, "\"1\"", "\"x\""))));
        Assert.Equal(["OCTA-159"], SandboxSession.Codes(await session.PostAsync(path, Body(irn, "\"5\"", "\"x\""))));
        Assert.Equal(["OCTA-159"], SandboxSession.Codes(await session.PostAsync(path, Body(irn, "1", "\"x\""))));
        Assert.Equal(["OCTA-020"], SandboxSession.Codes(await session.PostAsync(path, Body(irn, "\"1\"", "\"" + new string('x', 101) + "\""))));
        Assert.Equal(["OCTA-020"], SandboxSession.Codes(await session.PostAsync(path, Body(irn, "\"1\"", "null"))));
        Assert.Equal(["OCTA-153"], SandboxSession.Codes(await session.PostAsync(path, Body("123", "\"1\"", "\"x\""))));
        Assert.Equal(["OCTA-300", "OCTA-153"], SandboxSession.Codes(await session.PostAsync(path, Body(irn, "\"1\"", "\"x\"").Replace("Irn", "irn", StringComparison.Ordinal))));
        Assert.Equal(["OCTA-300"], SandboxSession.Codes(await session.PostAsync("cancelirn", Body(irn, "\"1\"", "\"x\""))));
        Assert.Equal(RecordStatus.Active, Assert.Single(session.Server.Documents).Status);
    }

    private static string Body(string irn, string reason, string remark) => $$"""{"Irn":"{{irn}}","CnlRsn":{{reason}},"CnlRem":{{remark}}}""";

    private Task<ServerAnswer<CancelResult>> CancelAsync(string irn) =>
        session.Client.CancelIrnAsync(SampleInvoice.Seller, irn, IrnCancelReason.DataEntryMistake, "Wrong HSN codes reported", default);
}
