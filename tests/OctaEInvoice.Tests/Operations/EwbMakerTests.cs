using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations;
using OctaEInvoice.Engine.Operations.EwayBills;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Tests.Running;

namespace OctaEInvoice.Tests.Operations;

public class EwbMakerTests
{
    private const string Gstin = "29AABCT1332L000";
    private const string Irn = "35054c";

    private static readonly HttpResponse Made = Script.Success(new { EwbNo = 191000000002, EwbDt = "2026-05-04 10:00:00", EwbValidTill = "2026-05-05 23:59:00", Status = "ACT" });
    private static readonly HttpResponse Cancelled = Script.Success(new { EwbNo = 191000000001, Status = "CNL" });

    private readonly JumpingClock clock = new();

    private ResilienceSettings Resilience => new() { BaseDelay = TimeSpan.FromSeconds(10), MaxDelay = TimeSpan.FromSeconds(15), Resends = 2, LookUpTries = 1, Time = clock };

    [Fact]
    public async Task One_that_was_made_says_whose_it_is()
    {
        using var server = new Script(Made);
        EwbResult made = (await MakeAsync(server, isSandbox: true)).Result!;
        Assert.Equal(("191000000002", Gstin, Irn, false, true), (made.EwbNumber, made.Gstin, made.Irn, made.Existed, made.Sandbox));
        Assert.Equal(("2026-05-04T10:00:00+05:30", "2026-05-05T23:59:00+05:30"), (made.EwbTime.ToString(), made.EwbValidTill.ToString()));
        Assert.Equal([$"generateewbbyirn?gstin={Gstin}&pdf=yes"], server.Calls);
    }

    [Fact]
    public async Task One_that_exists_is_fetched_and_adopted()
    {
        using var server = new Script(Script.Refusal("4002"), Made);
        EwbResult made = (await MakeAsync(server)).Result!;
        Assert.Equal(("191000000002", Gstin, Irn, true, false), (made.EwbNumber, made.Gstin, made.Irn, made.Existed, made.Sandbox));
        Assert.Equal([$"generateewbbyirn?gstin={Gstin}&pdf=yes", $"getewbbyirn?gstin={Gstin}&irn={Irn}&pdf=yes"], server.Calls);
    }

    [Fact]
    public async Task A_success_without_a_number_proves_nothing()
    {
        using var server = new Script(Script.Success(new { Status = "ACT" }), Script.Success(new { Status = "ACT" }), Made);
        Assert.Equal("191000000002", (await MakeAsync(server)).Result!.EwbNumber);
        Assert.Equal("generateewbbyirn getewbbyirn generateewbbyirn", server.Endpoints);
    }

    [Fact]
    public async Task A_cancelled_one_is_none_so_that_another_is_asked_for()
    {
        using var server = new Script(Script.Lost, Cancelled, Made);
        CallOutcome<EwbResult> outcome = await MakeAsync(server);
        Assert.Equal(("191000000002", false), (outcome.Result!.EwbNumber, outcome.Result.Existed));
    }

    [Fact]
    public async Task What_is_in_doubt_is_asked_for_again_after_growing_waits_and_within_bounds()
    {
        using var server = new Script(clock, Script.Lost, Script.Refusal("4005"), Script.Lost, Script.Refusal("4005"), Script.Lost, Script.Refusal("4005"));
        CallOutcome<EwbResult> outcome = await MakeAsync(server);
        Assert.Equal((FailureClass.OctaInDoubt, false), (outcome.Failure, outcome.IsDone));
        Assert.StartsWith($"It is not known whether IRN {Irn} has its e-way bill: HTTP 504", outcome.Message, StringComparison.Ordinal);
        Assert.Equal("generateewbbyirn getewbbyirn generateewbbyirn getewbbyirn generateewbbyirn getewbbyirn", server.Endpoints);
        TimeSpan[] times = server.Times;
        JitteredWaits.AssertGrow(Resilience, times[2] - times[1], times[4] - times[3]);
    }

    [Fact]
    public async Task One_that_exists_and_can_not_be_fetched_is_in_doubt_and_says_what_is_known()
    {
        using var server = new Script(Script.Refusal("4002"), Script.Lost);
        CallOutcome<EwbResult> outcome = await MakeAsync(server);
        Assert.Equal(FailureClass.OctaInDoubt, outcome.Failure);
        Assert.StartsWith($"IRN {Irn} has an e-way bill already, but its data can't be had: HTTP 504", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(["4002"], outcome.Codes);
    }

    [Fact]
    public async Task A_refusal_is_given_with_its_codes()
    {
        using var server = new Script(Script.Refusal("4010"));
        CallOutcome<EwbResult> outcome = await MakeAsync(server);
        Assert.Equal((FailureClass.OctaRejected, "No e-way bill was made for IRN 35054c: 4010: m"), (outcome.Failure, outcome.Message));
        Assert.Equal(["4010"], outcome.Codes);
    }

    [Theory]
    [InlineData("52", RunStop.Login)]
    [InlineData("3095", RunStop.ClientBlocked)]
    public async Task A_refusal_of_the_login_stops_the_run_and_the_next_is_skipped(string code, RunStop stop)
    {
        using var server = new Script(Script.Refusal(code));
        using var run = new RunState(Resilience);
        var maker = new EwbMaker(server.Client, Resilience, run, isSandbox: false);
        Assert.Equal(FailureClass.OctaRejected, (await MakeAsync(maker, CancellationToken.None)).Failure);
        Assert.Equal(stop, run.Stopped);
        CallOutcome<EwbResult> next = await MakeAsync(maker, CancellationToken.None);
        Assert.Equal((FailureClass.OctaSkipped, $"No e-way bill of IRN {Irn} was asked for: the run ended before it. {run.StopDetail}"), (next.Failure, next.Message));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_blocked_seller_is_not_asked_for_again()
    {
        using var server = new Script(Script.Refusal("3096"));
        using var run = new RunState(Resilience);
        var maker = new EwbMaker(server.Client, Resilience, run, isSandbox: false);
        await MakeAsync(maker, CancellationToken.None);
        Assert.Equal(Gstin, Assert.Single(run.Events.OfType<SellerBlocked>()).Gstin);
        Assert.Equal(FailureClass.OctaSkipped, (await MakeAsync(maker, CancellationToken.None)).Failure);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task What_is_broken_off_on_its_way_is_in_doubt_and_what_never_left_is_skipped()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new Script(Script.Silence);
        server.Called = _ => cancellation.Cancel();
        using var run = new RunState(Resilience);
        var maker = new EwbMaker(server.Client, Resilience, run, isSandbox: false);
        CallOutcome<EwbResult> broken = await MakeAsync(maker, cancellation.Token);
        Assert.Equal((FailureClass.OctaInDoubt, $"The run was broken off while the e-way bill of IRN {Irn} was on its way; it may exist."), (broken.Failure, broken.Message));
        CallOutcome<EwbResult> never = await MakeAsync(maker, cancellation.Token);
        Assert.Equal((FailureClass.OctaSkipped, $"No e-way bill of IRN {Irn} was asked for: the run ended before it."), (never.Failure, never.Message));
        Assert.Single(server.Calls);
    }

    private async Task<CallOutcome<EwbResult>> MakeAsync(Script server, bool isSandbox = false)
    {
        using var run = new RunState(Resilience);
        return await MakeAsync(new EwbMaker(server.Client, Resilience, run, isSandbox), CancellationToken.None);
    }

    private static Task<CallOutcome<EwbResult>> MakeAsync(EwbMaker maker, CancellationToken cancellation) =>
        maker.MakeAsync(Gstin, new EwbRequest { Irn = Irn, Transport = new TransportDetails { Distance = 120 } }, pdf: true, cancellation);
}
