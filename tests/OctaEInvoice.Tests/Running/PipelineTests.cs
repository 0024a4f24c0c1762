using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using OctaEInvoice.Chaos;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations;
using OctaEInvoice.Engine.Operations.EwayBills;
using OctaEInvoice.Engine.Operations.LookUps;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Running;

/// <summary>The pipeline that every call goes through. Waits take no time; the clock tells what they would have been.</summary>
public class PipelineTests
{
    private const string Seller = "27AADCV4821M1Z0";
    private const string Irn = "a5c12dca80e743321740b001fd70953e8738d109865d28ba4013750f2046f229";

    private readonly JumpingClock clock = new();

    private ResilienceSettings Settings => new()
    {
        BaseDelay = TimeSpan.FromMilliseconds(20),
        MaxDelay = TimeSpan.FromMilliseconds(100),
        MaxRetryAfter = TimeSpan.FromMilliseconds(400),
        MaxOutage = TimeSpan.FromSeconds(30),
        Time = clock,
    };

    [Fact]
    public async Task Registrations_go_on_while_the_e_way_bill_service_is_down_and_come_back_without_bills()
    {
        using var server = new ScriptedServer((_, request) => IsEwb(request) ? HttpResponse.FromText(503, "down") : WithoutEwb());
        using var run = new RunState(Settings);
        List<RegistrationOutcome> outcomes = await RegisterOneByOneAsync(server, run, 20);

        Assert.All(outcomes, outcome => Assert.Equal((DocumentOutcome.Registered, FailureClass.OctaEwbMissing), (outcome.Outcome, outcome.Failure)));
        Assert.Null(run.Stopped);
        // A document that finds the service down is registered by one call and waits for nothing; only a probe now and then is made.
        Assert.InRange(Requests(server, IsEwb), Settings.BreakerFailures, Settings.BreakerFailures + 10);
        Assert.Contains("The e-way bill service is down, and registrations don't wait for it: HTTP 503", outcomes[^1].Message, StringComparison.Ordinal);
        Assert.Contains(run.Events.Select(RunEventText.Describe), said => said.StartsWith("The e-way bill service is down (HTTP 503", StringComparison.Ordinal));
        Assert.StartsWith(
            "The e-way bill service did not answer as it should: HTTP 503",
            RunEventText.Describe(Assert.Single(run.Events.OfType<ServiceFailing>())),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_of_the_e_way_bill_service_longer_than_allowed_does_not_end_a_run_of_registrations()
    {
        var patience = new ResilienceSettings { BaseDelay = Settings.BaseDelay, MaxDelay = Settings.MaxDelay, MaxOutage = TimeSpan.FromMilliseconds(1), Time = clock };
        using var server = new ScriptedServer((_, request) => IsEwb(request) ? HttpResponse.FromText(503, "down") : WithoutEwb());
        using var run = new RunState(patience);
        List<RegistrationOutcome> outcomes = await RegisterOneByOneAsync(server, run, 5);
        Assert.All(outcomes, outcome => Assert.Equal(DocumentOutcome.Registered, outcome.Outcome));
        Assert.Null(run.Stopped);
    }

    [Fact]
    public async Task Bills_are_made_again_once_the_service_is_back()
    {
        bool isDown = true;
        using var server = new ScriptedServer((_, request) => !IsEwb(request) ? WithoutEwb() : Volatile.Read(ref isDown) ? HttpResponse.FromText(503, "down") : ScriptedServer.Success(Irn));
        using var run = new RunState(Settings);
        await RegisterOneByOneAsync(server, run, 3);
        Volatile.Write(ref isDown, false);
        await Task.Delay(Settings.MaxDelay, clock);
        RegistrationOutcome outcome = Assert.Single(await RegisterOneByOneAsync(server, run, 1));
        Assert.Null(outcome.Failure);
        Assert.Equal("1", outcome.Result.EwbNumber);
        Assert.Contains(run.Events, happening => happening is ServiceBack { Service: OctaService.Ewb });
    }

    [Fact]
    public async Task An_outage_of_the_e_way_bill_service_ends_a_run_that_makes_bills_alone()
    {
        var patience = new ResilienceSettings { BaseDelay = Settings.BaseDelay, MaxDelay = Settings.MaxDelay, MaxOutage = TimeSpan.FromMilliseconds(600), Time = clock };
        using var server = new ScriptedServer((_, _) => HttpResponse.FromText(503, "down"));
        using var run = new RunState(patience);
        var maker = new EwbMaker(server.Client, patience, run, isSandbox: true);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => MakeAsync(maker))).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(RunStop.Outage, run.Stopped);
        Assert.StartsWith("The e-way bill service has been away for ", run.StopDetail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bills_are_made_while_registrations_are_down()
    {
        using var server = new ScriptedServer((_, request) => IsEwb(request) ? ScriptedServer.Success(Irn) : HttpResponse.FromText(503, "down"));
        using var run = new RunState(new ResilienceSettings { BaseDelay = Settings.BaseDelay, MaxOutage = TimeSpan.FromHours(1000), BreakerFailures = 1, Time = new JumpingClock { Stands = true } });
        using var end = new CancellationTokenSource();
        var documents = new LookUp(server.Client, ImageRequest.None, run, isSandbox: true);
        Task waiting = documents.ByIrnAsync(Seller, Irn, end.Token);
        while (run.WaitsFor is not ServiceDown { Service: OctaService.Irn })
            await Task.Delay(5);
        Assert.True((await MakeAsync(new EwbMaker(server.Client, Settings, run, isSandbox: true)).WaitAsync(TimeSpan.FromMinutes(2))).IsDone);
        Assert.False(waiting.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task An_attempt_ends_after_its_time_and_the_document_is_looked_up()
    {
        var settings = new ResilienceSettings { AttemptTimeout = TimeSpan.FromSeconds(1), BaseDelay = Settings.BaseDelay, MaxDelay = Settings.MaxDelay, LookUpTries = 1, Resends = 0, Time = clock };
        using var silence = new ManualResetEventSlim();
        using var server = new ScriptedServer((number, _) =>
        {
            if (number == 1)
                silence.Wait(TimeSpan.FromMinutes(1));
            return ScriptedServer.Refusal("2148");
        });
        using var run = new RunState(settings);
        var watch = Stopwatch.StartNew();
        RegistrationOutcome outcome = await new Registrar(server.Client, new RegistrationSettings { Resilience = settings }, run).RegisterAsync(CheckedDraft.WithoutRules(ChaosDocuments.Draft("A1")), CancellationToken.None);
        silence.Set();
        Assert.InRange(watch.Elapsed, settings.AttemptTimeout, TimeSpan.FromSeconds(50));
        Assert.Equal(DocumentOutcome.InDoubt, outcome.Outcome);
        Assert.Contains("No answer within 1 seconds.", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task One_of_the_calls_that_wait_becomes_the_probe_and_its_answer_lets_all_go_on()
    {
        using var standing = new ManualClock();
        var settings = new ResilienceSettings { BaseDelay = TimeSpan.FromSeconds(2), BreakerFailures = 1, LookUpTries = 1, MaxOutage = TimeSpan.FromHours(1), Time = standing };
        bool isDown = true;
        using var server = new ScriptedServer((_, _) => Volatile.Read(ref isDown) ? HttpResponse.FromText(503, "down") : ScriptedServer.Success(Irn));
        using var run = new RunState(settings);
        var documents = new LookUp(server.Client, ImageRequest.None, run, isSandbox: true);
        await documents.ByIrnAsync(Seller, Irn, CancellationToken.None);
        Task<ServerAnswer<IrnResult>>[] waiting = [.. Enumerable.Range(0, 6).Select(_ => documents.ByIrnAsync(Seller, Irn, CancellationToken.None))];
        Assert.Equal(1, server.Requests);

        // The first probe fails: one call has its answer, the others wait on, twice as long.
        standing.Advance(TimeSpan.FromSeconds(2));
        ServerAnswer<IrnResult> failed = await await Task.WhenAny(waiting).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(AnswerKind.Unclear, failed.Kind);
        Assert.Equal(2, server.Requests);
        Assert.Equal(TimeSpan.FromSeconds(4), Assert.IsType<ServiceDown>(run.WaitsFor).Wait);

        Volatile.Write(ref isDown, false);
        standing.Advance(TimeSpan.FromSeconds(4));
        ServerAnswer<IrnResult>[] answers = await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(5, answers.Count(answer => answer.Kind == AnswerKind.Success));
        Assert.Equal(7, server.Requests);
        Assert.Null(run.WaitsFor);
    }

    [Fact]
    public async Task A_pause_holds_the_calls_of_both_services()
    {
        using var standing = new ManualClock();
        var settings = new ResilienceSettings { Time = standing };
        using var server = new ScriptedServer((number, _) => number == 1 ? HttpResponse.FromText(429, "slow down") with { Headers = [new("Retry-After", "30")] } : ScriptedServer.Success(Irn));
        using var run = new RunState(settings);
        var lookUp = new LookUp(server.Client, ImageRequest.None, run, isSandbox: true);
        Task first = lookUp.ByIrnAsync(Seller, Irn, CancellationToken.None);
        while (run.WaitsFor is not Throttled)
            await Task.Delay(5);
        Task[] calls = [first, lookUp.ByIrnAsync(Seller, Irn, CancellationToken.None), lookUp.EwbAsync(Seller, Irn, CancellationToken.None)];
        standing.Advance(TimeSpan.FromSeconds(29));
        await Task.Delay(50);
        Assert.Equal(1, server.Requests);
        standing.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(calls).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(4, server.Requests);
    }

    [Fact]
    public async Task What_waits_to_be_sent_when_the_run_stops_is_not_sent()
    {
        using var server = new ScriptedServer((_, _) => HttpResponse.FromText(429, "slow down") with { Headers = [new("Retry-After", "3600")] });
        var settings = new ResilienceSettings { Time = new JumpingClock { Stands = true } };
        using var run = new RunState(settings);
        var registrar = new Registrar(server.Client, new RegistrationSettings { Resilience = settings }, run);
        Task<RegistrationOutcome> first = registrar.RegisterAsync(CheckedDraft.WithoutRules(ChaosDocuments.Draft("A1")), CancellationToken.None);
        while (run.WaitsFor is null)
            await Task.Delay(5);
        Task<RegistrationOutcome> second = registrar.RegisterAsync(CheckedDraft.WithoutRules(ChaosDocuments.Draft("A2")), CancellationToken.None);
        run.Stop(RunStop.Login, "The key is refused.");
        Assert.Equal(FailureClass.OctaNotSent, (await first.WaitAsync(TimeSpan.FromMinutes(2))).Failure);
        RegistrationOutcome skipped = await second.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(DocumentOutcome.Skipped, skipped.Outcome);
        Assert.EndsWith("The key is refused.", skipped.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_document_in_doubt_is_sent_again_after_waits_that_grow()
    {
        var settings = new ResilienceSettings { BaseDelay = TimeSpan.FromSeconds(10), MaxDelay = TimeSpan.FromSeconds(300), LookUpTries = 1, Resends = 4, BreakerFailures = 100, MaxOutage = TimeSpan.FromHours(10), Time = clock };
        var sent = new ConcurrentQueue<TimeSpan>();
        using var server = new ScriptedServer((_, request) =>
        {
            if (request.Method != "POST")
                return ScriptedServer.Refusal("2148");
            sent.Enqueue(clock.Now);
            return HttpResponse.FromText(504, "timeout");
        });
        using var run = new RunState(settings);
        await new Registrar(server.Client, new RegistrationSettings { Resilience = settings }, run).RegisterAsync(CheckedDraft.WithoutRules(ChaosDocuments.Draft("A1")), CancellationToken.None);
        TimeSpan[] times = [.. sent];
        Assert.Equal(settings.Resends + 1, times.Length);
        // With jitter: each wait lies somewhere, the sum is beyond as many first waits with the jitter of those.
        Assert.All(times.Zip(times.Skip(1), (first, second) => second - first), wait => Assert.True(wait > TimeSpan.Zero));
        Assert.InRange(times[^1] - times[0], 5.5 * settings.BaseDelay, 4 * settings.MaxDelay);
    }

    [Fact]
    public async Task The_pipeline_is_not_built_before_the_first_call()
    {
        // Settings that Polly refuses show when it is built.
        using var run = new RunState(new ResilienceSettings { AttemptTimeout = TimeSpan.FromDays(2) });
        Assert.Null(run.WaitsFor);
        using var server = new ScriptedServer((_, _) => ScriptedServer.Success(Irn));
        await Assert.ThrowsAnyAsync<Exception>(() => new LookUp(server.Client, ImageRequest.None, run, isSandbox: true).ByIrnAsync(Seller, Irn, CancellationToken.None));
        Assert.Equal(0, server.Requests);
    }

    private static Task<CallOutcome<EwbResult>> MakeAsync(EwbMaker maker) =>
        maker.MakeAsync(Seller, new EwbRequest { Irn = Irn, Transport = ChaosDocuments.Draft("A1").Invoice.Transport! }, pdf: false, CancellationToken.None);

    private static async Task<List<RegistrationOutcome>> RegisterOneByOneAsync(ScriptedServer server, RunState run, int count)
    {
        var registrar = new Registrar(server.Client, new RegistrationSettings(), run);
        var outcomes = new List<RegistrationOutcome>();
        for (int i = 1; i <= count; i++)
            outcomes.Add(await registrar.RegisterAsync(CheckedDraft.WithoutRules(ChaosDocuments.Draft(ChaosDocuments.Number("A", i))), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2)));
        return outcomes;
    }

    private static int Requests(ScriptedServer server, Func<HttpRequest, bool> which) => server.Requested.Count(which);

    private static bool IsEwb(HttpRequest request) => request.Path.Contains("ewb", StringComparison.Ordinal);

    private static HttpResponse WithoutEwb() => new(200, Encoding.UTF8.GetBytes($$"""{"Success":true,"Irn":"{{Irn}}","IrnStatus":"ACT"}"""));
}
