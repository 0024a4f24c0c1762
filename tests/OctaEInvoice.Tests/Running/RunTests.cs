using System.Globalization;
using System.Net;
using OctaEInvoice.Chaos;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Running;

public class RunTests
{
    // Waits take no time and are measured by a clock of the test's own: how busy the machine is makes no difference.
    private readonly JumpingClock clock = new();

    private ResilienceSettings Short => new()
    {
        BaseDelay = TimeSpan.FromMilliseconds(20),
        MaxDelay = TimeSpan.FromMilliseconds(100),
        MaxRetryAfter = TimeSpan.FromMilliseconds(400),
        MaxOutage = TimeSpan.FromSeconds(30),
        Time = clock,
    };

    [Fact]
    public async Task A_service_that_is_down_is_probed_by_one_request_while_the_others_wait()
    {
        const int Down = 45;
        const int Width = 16;
        // The window's requests are all there before the first is answered: on a busy machine too none of them comes late.
        var window = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new ScriptedServer((number, _) => number <= Down ? HttpResponse.FromText(503, "down") : ScriptedServer.Success("irn"), clock);
        server.BeforeAnswer = number =>
        {
            if (number == Width)
                window.SetResult(true);
            return number <= Width ? window.Task : Task.CompletedTask;
        };
        using var run = new RunState(Short);
        RegistrationOutcome[] outcomes = await RegisterAsync(server, run, Width);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsRegistered || outcome.Outcome == DocumentOutcome.InDoubt, outcome.Message));
        (TimeSpan Time, int AtOnce)[] arrivals = [.. server.Arrivals];
        // Then each request is one probe, with a wait before it; but for the look-ups of documents that had no answer while the service still counted as up.
        const int LookUps = 7;
        Assert.Equal(LookUps, Short.BreakerFailures - 1);
        int[] after = [.. Enumerable.Range(Width, Down - Width)];
        Assert.InRange(after.Count(i => arrivals[i].Time - arrivals[i - 1].Time < Short.BaseDelay), 0, LookUps);
        // A probe meets none but those and what is left of the window: only such a look-up, and the probe that meets it, can find more than the one before.
        Assert.InRange(arrivals[Width].AtOnce, 1, Width);
        Assert.InRange(after.Skip(1).Count(i => arrivals[i].AtOnce > arrivals[i - 1].AtOnce), 0, 2 * LookUps);
        Assert.Equal(1, arrivals[Down - 1].AtOnce);
        Assert.Contains(Enumerable.Range(1, Down - 1), i => arrivals[i].Time - arrivals[i - 1].Time >= Short.MaxDelay);
        Assert.Contains(Said(run), words => words.StartsWith("The service is down (HTTP 503", StringComparison.Ordinal));
        Assert.Contains("The service answers again.", Said(run));
    }

    [Theory]
    [InlineData("seconds")]
    [InlineData("date")]
    public async Task One_429_pauses_the_whole_window_and_an_absurd_Retry_After_is_capped(string form)
    {
        string value = form == "date" ? DateTimeOffset.UtcNow.AddHours(3).ToString("r", CultureInfo.InvariantCulture) : "10800";
        using var server = new ScriptedServer(
            (number, _) => number == 1 ? HttpResponse.FromText(429, "slow down") with { Headers = [new("Retry-After", value)] } : ScriptedServer.Success("irn"),
            clock);
        using var run = new RunState(Short);
        await RegisterAsync(server, run, 1);
        await RegisterAsync(server, run, 4);
        TimeSpan[] times = [.. server.Arrivals.Select(arrival => arrival.Time)];
        Assert.Equal(400, (times[1] - times[0]).TotalMilliseconds, tolerance: 1);
        Assert.Equal(6, times.Length);
        Assert.Contains(Said(run), words => words.Contains("All requests wait 0.4 seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_portals_limit_pauses_too_and_costs_no_document_its_outcome()
    {
        using var server = new ScriptedServer((number, _) => number <= 12 ? ScriptedServer.Refusal("3108") : ScriptedServer.Success("irn"));
        using var run = new RunState(Short);
        RegistrationOutcome[] outcomes = await RegisterAsync(server, run, 4);
        Assert.All(outcomes, outcome => Assert.Equal(DocumentOutcome.Registered, outcome.Outcome));
    }

    [Theory]
    [InlineData("52", RunStop.Login)]
    [InlineData("OCTA-200", RunStop.Account)]
    [InlineData("140", RunStop.Account)]
    [InlineData("3095", RunStop.ClientBlocked)]
    public async Task A_refusal_of_the_client_stops_the_run_at_once(string code, RunStop reason)
    {
        using var server = new ScriptedServer((_, _) => ScriptedServer.Refusal(code));
        using var run = new RunState(Short);
        await RegisterAsync(server, run, 1);
        RegistrationOutcome[] rest = await RegisterAsync(server, run, 50);
        Assert.Equal(reason, run.Stopped);
        Assert.Equal(1, server.Requests);
        Assert.All(rest, outcome => Assert.Equal(DocumentOutcome.Skipped, outcome.Outcome));
    }

    [Fact]
    public async Task A_blocked_seller_stops_its_own_documents_only()
    {
        using var server = new ScriptedServer((number, _) => number == 1 ? ScriptedServer.Refusal("3096") : ScriptedServer.Success("irn"));
        using var run = new RunState(Short);
        await RegisterAsync(server, run, 1);
        RegistrationOutcome own = Assert.Single(await RegisterAsync(server, run, 1));
        Assert.Equal(DocumentOutcome.Skipped, own.Outcome);
        Assert.Contains("3096", own.Message, StringComparison.Ordinal);
        Assert.Null(run.Stopped);
        Assert.True(run.MaySend("24ACPPM5624F1ZK"));
    }

    [Fact]
    public async Task An_outage_longer_than_allowed_ends_the_run_with_the_rest_skipped_or_in_doubt()
    {
        using var server = new ScriptedServer((_, _) => HttpResponse.FromText(503, "down"), clock);
        using var run = new RunState(new ResilienceSettings { BaseDelay = Short.BaseDelay, MaxDelay = Short.MaxDelay, MaxOutage = TimeSpan.FromMilliseconds(600), Time = clock });
        RegistrationOutcome[] outcomes = await RegisterAsync(server, run, 12);
        Assert.Equal(RunStop.Outage, run.Stopped);
        TimeSpan[] times = [.. server.Arrivals.Select(arrival => arrival.Time)];
        Assert.InRange((times[^1] - times[0]).TotalMilliseconds, 599, 800);
        Assert.All(outcomes, outcome => Assert.Contains(outcome.Outcome, new[] { DocumentOutcome.Skipped, DocumentOutcome.InDoubt }));
        Assert.Equal(DocumentOutcome.Skipped, Assert.Single(await RegisterAsync(server, run, 1)).Outcome);
    }

    [Theory]
    [InlineData(404, "<html>Not here</html>")]
    [InlineData(405, "")]
    [InlineData(410, "{\"Message\":\"gone\"}")]
    public async Task An_address_without_the_API_ends_the_run_at_once_and_what_was_sent_is_in_doubt(int status, string body)
    {
        using var server = new ScriptedServer((_, _) => HttpResponse.FromText(status, body));
        using var run = new RunState(new ResilienceSettings(), new Uri("https://bills.example/wrong/"));
        RegistrationOutcome sent = Assert.Single(await RegisterAsync(server, run, 1));
        RegistrationOutcome[] rest = await RegisterAsync(server, run, 20);
        Assert.Equal(RunStop.Address, run.Stopped);
        Assert.StartsWith("Octa's API is not at https://bills.example/wrong/: HTTP " + status, run.StopDetail, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
        Assert.Equal(DocumentOutcome.InDoubt, sent.Outcome);
        Assert.All(rest, outcome => Assert.Equal(DocumentOutcome.Skipped, outcome.Outcome));
        Assert.Empty(Warned(run));
    }

    [Fact]
    public async Task A_service_that_was_there_before_may_answer_404_for_a_while()
    {
        using var server = new ScriptedServer((number, _) => number is > 1 and < 15 ? HttpResponse.FromText(404, "<html>") : ScriptedServer.Success("irn"));
        using var run = new RunState(Short);
        await RegisterAsync(server, run, 1);
        RegistrationOutcome later = Assert.Single(await RegisterAsync(server, run, 1));
        Assert.Null(run.Stopped);
        Assert.True(server.Requests > 2);
        Assert.NotEqual(DocumentOutcome.Skipped, later.Outcome);
    }

    [Fact]
    public async Task Octas_own_words_with_404_are_a_refusal_and_no_wrong_address()
    {
        using var server = new ScriptedServer((_, _) => HttpResponse.FromText(404, """{"Success":false,"Errors":[{"Code":"2240","Message":"m"}]}"""));
        using var run = new RunState(Short);
        Assert.Equal(DocumentOutcome.Rejected, Assert.Single(await RegisterAsync(server, run, 1)).Outcome);
        Assert.Null(run.Stopped);
    }

    [Fact]
    public async Task The_first_trouble_is_one_warning_that_names_address_answer_and_patience()
    {
        using var server = new ScriptedServer((number, _) => number <= 20 ? HttpResponse.FromText(502, "<html>Bad gateway</html>") : ScriptedServer.Success("irn"));
        using var run = new RunState(Short, new Uri("https://bills.example/"));
        await RegisterAsync(server, run, 8);
        Assert.Equal(
            ["The service at https://bills.example/ did not answer as it should: HTTP 502 with an answer that is not JSON: <html>Bad gateway</html>. It is tried again for up to 0.5 minutes (-MaxOutageMinutes); what follows stands in the verbose stream."],
            Warned(run));
    }

    [Fact]
    public async Task A_service_that_can_not_be_reached_is_said_so()
    {
        var server = new ScriptedServer((_, _) => ScriptedServer.Success("irn"));
        server.Dispose();
        using var client = new OctaClient(new ClientSettings { BaseUri = server.BaseUri, Credential = new NetworkCredential("id", "secret") });
        var never = new ResilienceSettings { BaseDelay = Short.BaseDelay, MaxDelay = Short.MaxDelay, MaxOutage = TimeSpan.Zero };
        using var run = new RunState(never, server.BaseUri);
        RegistrationOutcome outcome = await new Registrar(client, new RegistrationSettings { Resilience = never }, run).RegisterAsync(CheckedDraft.WithoutRules(ChaosDocuments.Draft("A1")), CancellationToken.None);
        Assert.Equal(FailureClass.OctaNotSent, outcome.Failure);
        string warning = Assert.Single(Warned(run));
        Assert.StartsWith($"The service at {server.BaseUri} can't be reached: ", warning, StringComparison.Ordinal);
        Assert.EndsWith("No outage is waited out (-MaxOutageMinutes 0): the next failure ends the run.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_ends_its_waits_at_once()
    {
        var standing = new JumpingClock { Stands = true };
        using var server = new ScriptedServer((_, _) => HttpResponse.FromText(429, "slow down") with { Headers = [new("Retry-After", "3600")] });
        var resilience = new ResilienceSettings { Time = standing };
        using var run = new RunState(resilience);
        using var cancellation = new CancellationTokenSource();
        var registrar = new Registrar(server.Client, new RegistrationSettings { Resilience = resilience }, run);
        Task<RegistrationOutcome> waiting = registrar.RegisterAsync(CheckedDraft.WithoutRules(ChaosDocuments.Draft("A1")), cancellation.Token);
        while (run.WaitsFor is null)
            await Task.Delay(5);
        Assert.False(waiting.IsCompleted);
        await cancellation.CancelAsync();
        // By a clock that stands still the wait would never end.
        RegistrationOutcome outcome = await waiting.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(DocumentOutcome.InDoubt, outcome.Outcome);
    }

    [Fact]
    public async Task A_refusal_of_the_key_does_not_make_rejected_of_a_document_in_doubt()
    {
        using var server = new ScriptedServer((number, request) => number == 1
            ? HttpResponse.FromText(504, "gateway timeout")
            : request.Method == "POST" ? ScriptedServer.Refusal("52") : ScriptedServer.Refusal("2148"));
        using var run = new RunState(Short);
        RegistrationOutcome outcome = Assert.Single(await RegisterAsync(server, run, 1));
        Assert.Equal(DocumentOutcome.InDoubt, outcome.Outcome);
        Assert.Equal(RunStop.Login, run.Stopped);
    }

    private static List<string> Said(RunState run) => [.. run.Events.Where(happening => happening is not ServiceFailing).Select(RunEventText.Describe)];

    private static List<string> Warned(RunState run) => [.. run.Events.Where(happening => happening is ServiceFailing).Select(RunEventText.Describe)];

    private Task<RegistrationOutcome[]> RegisterAsync(ScriptedServer server, RunState run, int count)
    {
        var registrar = new Registrar(server.Client, new RegistrationSettings { Resilience = Short }, run);
        return Task.WhenAll(Enumerable.Range(1, count).Select(index => registrar.RegisterAsync(CheckedDraft.WithoutRules(ChaosDocuments.Draft(ChaosDocuments.Number("A", index))), CancellationToken.None)));
    }
}
