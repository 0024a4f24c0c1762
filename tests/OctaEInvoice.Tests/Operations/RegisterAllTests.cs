using OctaEInvoice.Chaos;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Tests.Running;

namespace OctaEInvoice.Tests.Operations;

public class RegisterAllTests
{
    private const int Width = 3;

    private static readonly DraftChecker Checker = DraftChecker.For(OctaEnvironment.Test, isStrict: false);

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_drafts_whichever_is_answered_first()
    {
        // The first answer is the last to come.
        using var others = new CountdownEvent(2);
        using var server = new ScriptedServer((_, request) =>
        {
            string number = NumberIn(request);
            if (number == "A1")
                others.Wait(TimeSpan.FromMinutes(1));
            else if (number is "A2" or "A3")
                others.Signal();
            return ScriptedServer.Success("irn-" + number);
        });
        using var run = new RunState(new ResilienceSettings());
        List<RegistrationOutcome> outcomes = await ReadAsync(RegistrarOf(server, run).RegisterAllAsync(Drafts(20), Checker, Width));
        Assert.Equal(Enumerable.Range(1, 20).Select(index => "irn-A" + index), outcomes.Select(outcome => outcome.Result.Irn));
        Assert.True(outcomes.TrueForAll(outcome => outcome.Result.Sandbox));
    }

    [Fact]
    public async Task No_more_are_in_flight_than_wanted_and_no_more_are_read_than_there_is_room_for()
    {
        using var server = new ScriptedServer((_, request) => ScriptedServer.Success("irn-" + NumberIn(request)));
        using var run = new RunState(new ResilienceSettings());
        int read = 0;
        await using IAsyncEnumerator<RegistrationOutcome> outcomes = RegistrarOf(server, run).RegisterAllAsync(Drafts(60).Select(draft => { read++; return draft; }), Checker, Width).GetAsyncEnumerator();
        Assert.True(await outcomes.MoveNextAsync());
        await Task.Delay(200);
        Assert.InRange(read, 1, Width * 5);
        while (await outcomes.MoveNextAsync())
        {
        }
        Assert.Equal(60, read);
        Assert.InRange(server.Arrivals.Max(arrival => arrival.AtOnce), 2, Width);
    }

    [Fact]
    public async Task A_draft_with_errors_is_not_sent_and_keeps_its_place()
    {
        using var server = new ScriptedServer((_, request) => ScriptedServer.Success("irn-" + NumberIn(request)));
        using var run = new RunState(new ResilienceSettings());
        InvoiceDraft[] drafts = [ChaosDocuments.Draft("A1"), ChaosDocuments.Draft("A2", document => document["DocDtls"]!["No"] = "A/2 with blanks"), ChaosDocuments.Draft("A3")];
        List<RegistrationOutcome> outcomes = await ReadAsync(RegistrarOf(server, run).RegisterAllAsync(drafts, Checker, Width));
        Assert.Equal([DocumentOutcome.Registered, DocumentOutcome.Rejected, DocumentOutcome.Registered], outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal(FailureClass.OctaValidation, outcomes[1].Failure);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task After_a_stop_the_rest_is_skipped_and_what_the_check_refused_is_still_told_as_refused()
    {
        using var server = new ScriptedServer((_, _) => ScriptedServer.Refusal("52"));
        using var run = new RunState(new ResilienceSettings());
        InvoiceDraft[] drafts = [.. Drafts(6)];
        drafts[5].Issues.Add(new Issue { Severity = IssueSeverity.Error, Code = "OCTA-058", Path = "p", Message = "m" });
        List<RegistrationOutcome> outcomes = await ReadAsync(RegistrarOf(server, run).RegisterAllAsync(drafts, Checker, width: 1));
        Assert.Equal(
            [DocumentOutcome.Rejected, DocumentOutcome.Skipped, DocumentOutcome.Skipped, DocumentOutcome.Skipped, DocumentOutcome.Skipped, DocumentOutcome.Rejected],
            outcomes.Select(outcome => outcome.Outcome));
        Assert.Equal((FailureClass.OctaValidation, 1), (outcomes[5].Failure, server.Requests));
    }

    [Fact]
    public async Task A_cancellation_gives_what_is_in_flight_as_in_doubt_and_then_throws()
    {
        using var cancellation = new CancellationTokenSource();
        using var inFlight = new CountdownEvent(Width);
        using var server = new ScriptedServer((_, _) =>
        {
            inFlight.Signal();
            return HttpResponse.FromText(200, "") with { Delivery = HttpDelivery.Never };
        });
        using var run = new RunState(new ResilienceSettings());
        var outcomes = new List<RegistrationOutcome>();
        Task reading = Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (RegistrationOutcome outcome in RegistrarOf(server, run).RegisterAllAsync(Drafts(20), Checker, Width, cancellation.Token))
                outcomes.Add(outcome);
        });
        Assert.True(inFlight.Wait(TimeSpan.FromMinutes(1)));
        await cancellation.CancelAsync();
        await reading.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["A1", "A2", "A3"], outcomes.Select(outcome => outcome.Result.DocumentNumber));
        Assert.All(outcomes, outcome => Assert.Equal(DocumentOutcome.InDoubt, outcome.Outcome));
    }

    [Fact]
    public async Task What_went_out_before_the_input_failed_is_told_before_the_fault()
    {
        using var server = new ScriptedServer((_, request) => ScriptedServer.Success("irn-" + NumberIn(request)));
        using var run = new RunState(new ResilienceSettings());
        var outcomes = new List<RegistrationOutcome>();
        InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (RegistrationOutcome outcome in RegistrarOf(server, run).RegisterAllAsync(Drafts(4).Concat(Broken()), Checker, Width))
                outcomes.Add(outcome);
        });
        Assert.Equal("The file is cut off.", fault.Message);
        Assert.Equal(["irn-A1", "irn-A2", "irn-A3", "irn-A4"], outcomes.Select(outcome => outcome.Result.Irn));
    }

    [Fact]
    public async Task Whoever_stops_reading_early_leaves_nothing_on_its_way()
    {
        int answered = 0;
        using var server = new ScriptedServer((_, request) =>
        {
            string number = NumberIn(request);
            if (number != "A1")
                Thread.Sleep(300);
            Interlocked.Increment(ref answered);
            return ScriptedServer.Success("irn-" + number);
        });
        using var run = new RunState(new ResilienceSettings());
        await foreach (RegistrationOutcome outcome in RegistrarOf(server, run).RegisterAllAsync(Drafts(40), Checker, Width))
        {
            Assert.Equal("irn-A1", outcome.Result.Irn);
            break;
        }
        Assert.Equal(server.Requests, Volatile.Read(ref answered));
        Assert.InRange(server.Requests, 1, Width * 6);
    }

    [Fact]
    public async Task A_slow_input_does_not_hold_back_what_is_finished()
    {
        using var server = new ScriptedServer((_, request) => ScriptedServer.Success("irn-" + NumberIn(request)));
        using var run = new RunState(new ResilienceSettings());
        var more = new TaskCompletionSource();
        await using IAsyncEnumerator<RegistrationOutcome> outcomes = RegistrarOf(server, run).RegisterAllAsync(SlowAsync(more.Task), Checker, Width).GetAsyncEnumerator();
        Assert.True(await outcomes.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal("irn-A1", outcomes.Current.Result.Irn);
        more.SetResult();
        Assert.True(await outcomes.MoveNextAsync());
        Assert.Equal("irn-A2", outcomes.Current.Result.Irn);
        Assert.False(await outcomes.MoveNextAsync());
    }

    private static async IAsyncEnumerable<InvoiceDraft> SlowAsync(Task more)
    {
        yield return ChaosDocuments.Draft("A1");
        await more;
        yield return ChaosDocuments.Draft("A2");
    }

    private static IEnumerable<InvoiceDraft> Broken()
    {
        yield return Throw();

        static InvoiceDraft Throw() => throw new InvalidDataException("The file is cut off.");
    }

    private static IEnumerable<InvoiceDraft> Drafts(int count) => Enumerable.Range(1, count).Select(index => ChaosDocuments.Draft(ChaosDocuments.Number("A", index)));

    private static Registrar RegistrarOf(ScriptedServer server, RunState run) => new(server.Client, new RegistrationSettings { IsSandbox = true }, run);

    private static async Task<List<RegistrationOutcome>> ReadAsync(IAsyncEnumerable<RegistrationOutcome> outcomes)
    {
        var read = new List<RegistrationOutcome>();
        await foreach (RegistrationOutcome outcome in outcomes)
            read.Add(outcome);
        return read;
    }

    private static string NumberIn(HttpRequest request)
    {
        using var document = System.Text.Json.JsonDocument.Parse(request.Body);
        return document.RootElement.GetProperty("DocDtls").GetProperty("No").GetString()!;
    }
}
