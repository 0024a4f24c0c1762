using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations;
using OctaEInvoice.Engine.Operations.Cancellation;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Tests.Running;
using OctaEInvoice.Tests.SignedData;

namespace OctaEInvoice.Tests.Operations;

public class CancellerTests
{
    private const string Gstin = "29AABCT1332L000";
    private const string Irn = "35054c";
    private const string Ewb = "191000000002";

    private static readonly HttpResponse EwbDone = Script.Success(new { ewbNo = Ewb, cancelDate = "2026-05-04 10:00:00", Extra = "x" });
    private static readonly HttpResponse IrnDone = Script.Success(new { Irn, CancelDate = "2026-05-04 10:00:00" });

    private readonly JumpingClock clock = new();

    private ResilienceSettings Resilience => new() { BaseDelay = TimeSpan.FromSeconds(10), MaxDelay = TimeSpan.FromSeconds(15), Resends = 2, LookUpTries = 1, Time = clock };

    [Fact]
    public async Task A_cancelled_e_way_bill_says_which_and_when()
    {
        using var server = new Script(EwbDone);
        CancelResult done = (await CancelEwbAsync(server, Irn, isSandbox: true)).Result!;
        Assert.Equal((Gstin, Ewb, Irn, false, true), (done.Gstin, done.EwbNumber, done.Irn, done.WasCancelledBefore, done.Sandbox));
        Assert.Equal("2026-05-04T10:00:00+05:30", done.CancelTime.ToString());
        Assert.Equal("x", done.AdditionalFields!["Extra"]);
        Assert.Equal([$"cancelewb?gstin={Gstin}"], server.Calls);
    }

    [Theory]
    [InlineData("CNL", Ewb, true)]
    [InlineData("CNL", "191000000009", false)]
    [InlineData("ACT", Ewb, false)]
    public async Task Cancelled_already_is_believed_when_the_look_up_says_so_of_this_number(string status, string number, bool isDone)
    {
        using var server = new Script(Script.Refusal("OCTA-154"), Script.Success(new { EwbNo = number, Status = status }));
        CallOutcome<CancelResult> outcome = await CancelEwbAsync(server, Irn);
        Assert.Equal((isDone, isDone), (outcome.IsDone, outcome.Result?.WasCancelledBefore ?? false));
        Assert.Equal([$"cancelewb?gstin={Gstin}", $"getewbbyirn?gstin={Gstin}&irn={Irn}"], server.Calls);
        // Another number under the IRN says nothing of this one.
        if (!isDone)
            Assert.Equal(status == "ACT" ? FailureClass.OctaRejected : FailureClass.OctaInDoubt, outcome.Failure);
    }

    [Fact]
    public async Task Without_the_IRN_nothing_is_looked_up_and_an_unanswered_cancellation_is_sent_again()
    {
        using var server = new Script(Script.Lost, Script.Refusal("OCTA-154"));
        CallOutcome<CancelResult> outcome = await CancelEwbAsync(server, irn: null);
        Assert.Equal((true, false, null), (outcome.IsDone, outcome.Result!.WasCancelledBefore, outcome.Result.Irn));
        Assert.Equal("cancelewb cancelewb", server.Endpoints);
    }

    [Fact]
    public async Task Without_the_IRN_a_code_that_may_mean_somebody_elses_leaves_it_in_doubt()
    {
        using var server = new Script(Script.Lost, Script.Refusal("4057"));
        CallOutcome<CancelResult> outcome = await CancelEwbAsync(server, irn: null);
        Assert.Equal((FailureClass.OctaInDoubt, $"E-way bill {Ewb}: it is not known whether it is cancelled: 4057: m"), (outcome.Failure, outcome.Message));
        Assert.Equal(["4057"], outcome.Codes);
    }

    [Fact]
    public async Task A_cancellation_in_doubt_is_sent_again_after_growing_waits_and_within_bounds()
    {
        HttpResponse active = Script.Success(new { EwbNo = Ewb, Status = "ACT" });
        using var server = new Script(clock, Script.Lost, active, Script.Lost, active, Script.Lost, active);
        CallOutcome<CancelResult> outcome = await CancelEwbAsync(server, Irn);
        Assert.Equal(FailureClass.OctaInDoubt, outcome.Failure);
        Assert.Equal("cancelewb getewbbyirn cancelewb getewbbyirn cancelewb getewbbyirn", server.Endpoints);
        TimeSpan[] times = server.Times;
        JitteredWaits.AssertGrow(Resilience, times[2] - times[1], times[4] - times[3]);
    }

    [Fact]
    public async Task A_refusal_leaves_it_in_force_and_is_given_with_its_codes()
    {
        using var server = new Script(Script.Refusal("2270"));
        CallOutcome<CancelResult> outcome = await CancelIrnAsync(server);
        Assert.Equal((FailureClass.OctaRejected, $"IRN {Irn} is not cancelled: 2270: m"), (outcome.Failure, outcome.Message));
        Assert.Equal(["2270"], outcome.Codes);
    }

    [Fact]
    public async Task An_IRN_that_is_found_cancelled_after_a_lost_answer_counts_as_cancelled_by_this_run()
    {
        using var server = new Script(Script.Lost, Script.Success(new { Irn, IrnStatus = "CNL" }));
        CallOutcome<CancelResult> outcome = await CancelIrnAsync(server);
        Assert.Equal((true, false, Irn, null), (outcome.IsDone, outcome.Result!.WasCancelledBefore, outcome.Result.Irn, outcome.Result.CancelTime));
        Assert.Equal([$"cancelirn?gstin={Gstin}", $"getirn?gstin={Gstin}&irn={Irn}"], server.Calls);
    }

    [Theory]
    [InlineData(Irn, Gstin, true)]
    [InlineData("35054C", "29aabct1332l000", true)]
    [InlineData("99999c", Gstin, false)]
    [InlineData(Irn, "24ACPPM5624F1ZK", false)]
    public async Task Cancelled_already_is_believed_only_of_the_sellers_own_IRN(string answered, string seller, bool isDone)
    {
        Dictionary<string, object?> signed = Token.QrData;
        signed["SellerGstin"] = seller;
        using var server = new Script(Script.Refusal("9999"), Script.Success(new { Irn = answered, IrnStatus = "CNL", SignedQRCode = Token.Of(signed) }));
        CallOutcome<CancelResult> outcome = await CancelIrnAsync(server);
        Assert.Equal((isDone, isDone ? (FailureClass?)null : FailureClass.OctaInDoubt), (outcome.IsDone, outcome.Failure));
    }

    [Fact]
    public async Task After_a_refusal_of_the_login_the_next_is_skipped()
    {
        using var server = new Script(Script.Refusal("52"));
        using var run = new RunState(Resilience);
        var canceller = new IrnCanceller(server.Client, Resilience, run, isSandbox: false);
        await CancelAsync(canceller, CancellationToken.None);
        CallOutcome<CancelResult> next = await CancelAsync(canceller, CancellationToken.None);
        Assert.Equal((FailureClass.OctaSkipped, $"IRN {Irn}: not cancelled, the run ended before it. {run.StopDetail}"), (next.Failure, next.Message));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task What_is_broken_off_on_its_way_is_in_doubt_and_what_never_left_is_skipped()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new Script(Script.Silence);
        server.Called = _ => cancellation.Cancel();
        using var run = new RunState(Resilience);
        var canceller = new IrnCanceller(server.Client, Resilience, run, isSandbox: false);
        CallOutcome<CancelResult> broken = await CancelAsync(canceller, cancellation.Token);
        Assert.Equal((FailureClass.OctaInDoubt, $"IRN {Irn}: the run was broken off while the cancellation was on its way; it may be cancelled."), (broken.Failure, broken.Message));
        CallOutcome<CancelResult> never = await CancelAsync(canceller, cancellation.Token);
        Assert.Equal((FailureClass.OctaSkipped, $"IRN {Irn}: not cancelled, the run ended before it."), (never.Failure, never.Message));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task After_the_run_has_stopped_what_is_in_doubt_is_looked_up_once_more()
    {
        using var server = new Script(Script.Lost, IrnDone);
        using var run = new RunState(Resilience);
        server.Called = number =>
        {
            if (number == 1)
                run.Stop(Engine.Errors.RunStop.Outage, "away");
        };
        CallOutcome<CancelResult> outcome = await CancelAsync(new IrnCanceller(server.Client, Resilience, run, isSandbox: false), CancellationToken.None);
        Assert.Equal("cancelirn getirn", server.Endpoints);
        Assert.Equal(FailureClass.OctaInDoubt, outcome.Failure);
    }

    private async Task<CallOutcome<CancelResult>> CancelEwbAsync(Script server, string? irn, bool isSandbox = false)
    {
        using var run = new RunState(Resilience);
        return await new EwbCanceller(server.Client, Resilience, run, isSandbox).CancelAsync(Gstin, Ewb, irn, EwbCancelReason.Duplicate, "twice", CancellationToken.None);
    }

    private async Task<CallOutcome<CancelResult>> CancelIrnAsync(Script server)
    {
        using var run = new RunState(Resilience);
        return await CancelAsync(new IrnCanceller(server.Client, Resilience, run, isSandbox: false), CancellationToken.None);
    }

    private static Task<CallOutcome<CancelResult>> CancelAsync(IrnCanceller canceller, CancellationToken cancellation) =>
        canceller.CancelAsync(Gstin, Irn, IrnCancelReason.Duplicate, "twice", cancellation);
}
