using System.Text.Json.Nodes;
using OctaEInvoice.Chaos;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Tests.Running;
using OctaEInvoice.Tests.SignedData;

namespace OctaEInvoice.Tests.Operations;

/// <summary>The loop of one document: which calls follow which answers, when, and what is said at the end.</summary>
public sealed class RegistrarTests : IDisposable
{
    private const string Number = "a/1";

    private static readonly HttpResponse NotFound = Script.Refusal("2148");

    private readonly JumpingClock clock = new();
    private readonly string folder = Directory.CreateTempSubdirectory("octa-registrar-").FullName;

    private ResilienceSettings Resilience => new() { BaseDelay = TimeSpan.FromSeconds(10), MaxDelay = TimeSpan.FromSeconds(15), Resends = 2, LookUpTries = 1, Time = clock };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_in_doubt_is_looked_up_in_two_places_and_sent_again_after_growing_waits_and_within_bounds()
    {
        using var server = new Script(clock, Script.Lost, NotFound, NotFound, Script.Lost, NotFound, NotFound, Script.Lost, NotFound, NotFound);
        RegistrationOutcome outcome = await RegisterAsync(server);
        Assert.Equal((DocumentOutcome.InDoubt, FailureClass.OctaInDoubt), (outcome.Outcome, outcome.Failure));
        Assert.StartsWith("It is not known whether the document is registered: HTTP 504", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("generateirn getdocirninfo getirnbydoc", 3)), server.Endpoints);
        TimeSpan[] times = server.Times;
        JitteredWaits.AssertGrow(Resilience, times[3] - times[2], times[6] - times[5]);
    }

    [Fact]
    public async Task A_duplicate_is_looked_up_in_every_way_and_never_sent_again()
    {
        using var server = new Script(Script.Refusal("2150"), NotFound);
        InvoiceDraft draft = Draft();
        RegistrationOutcome outcome = await RegisterAsync(server, draft);
        OctaInvoice invoice = draft.Invoice;
        string document = $"gstin={invoice.Gstin}&doctype=INV&docno={Number}&docdate={invoice.DocumentDate!.Value.ToWireString()}";
        string typed = IrnHash.Compute(invoice.Gstin!, FinancialYear.Of(invoice.DocumentDate.Value), "INV", Number);
        Assert.Equal(
            ["generateirn?", $"getdocirninfo?{document}", $"getirnbydoc?{document}", $"getirn?gstin={invoice.Gstin}&irn={IrnHash.Expected(invoice)}", $"getirn?gstin={invoice.Gstin}&irn={typed}"],
            server.Calls);
        Assert.Equal((DocumentOutcome.InDoubt, "The document is registered, but its data can't be had: 2148: m"), (outcome.Outcome, outcome.Message));
        Assert.Equal("2150", outcome.Result.ErrorCode);
    }

    [Fact]
    public async Task A_number_in_upper_case_has_one_IRN_to_ask_for()
    {
        using var server = new Script(Script.Refusal("2150"), NotFound);
        await RegisterAsync(server, Draft("A/1"));
        Assert.Equal("generateirn getdocirninfo getirnbydoc getirn", server.Endpoints);
    }

    [Fact]
    public async Task A_registered_document_carries_its_own_key_and_totals()
    {
        using var server = new Script(Script.Success(new { Irn = "35054c", IrnStatus = "ACT" }));
        InvoiceDraft draft = Draft();
        RegistrationOutcome outcome = await RegisterAsync(server, draft);
        IrnResult result = outcome.Result;
        Assert.Equal((DocumentOutcome.Registered, "35054c", true), (outcome.Outcome, result.Irn, result.Sandbox));
        Assert.Equal((draft.Invoice.Gstin, "INV", Number, draft.Invoice.DocumentDate), (result.Gstin, result.DocumentType, result.DocumentNumber, result.DocumentDate));
        Assert.Equal((draft.Invoice.Buyer!.Gstin, draft.Invoice.Totals!.Total), (result.BuyerGstin, result.InvoiceTotal));
        Assert.Equal((null, null, ""), (outcome.Failure, result.ErrorCode, outcome.Message));
    }

    [Fact]
    public async Task A_success_without_an_IRN_proves_nothing()
    {
        using var server = new Script(Script.Success(new { IrnStatus = "ACT" }), NotFound, NotFound, Script.Success(new { Irn = "35054c" }));
        Assert.Equal((DocumentOutcome.Registered, 4), ((await RegisterAsync(server)).Outcome, server.Calls.Length));
    }

    [Fact]
    public async Task Another_document_under_the_number_is_a_conflict_that_names_the_difference()
    {
        Dictionary<string, object?> other = SignedOf(Draft().Invoice);
        other["TotInvVal"] = 1;
        using var server = new Script(Script.Refusal("2150"), Script.Success(new { Irn = IrnHash.Expected(Draft().Invoice), IrnStatus = "ACT", SignedQRCode = Token.Of(other) }));
        RegistrationOutcome outcome = await RegisterAsync(server);
        Assert.Equal((DocumentOutcome.Rejected, FailureClass.OctaConflict), (outcome.Outcome, outcome.Failure));
        Assert.StartsWith($"The number is registered already for another document (IRN {IrnHash.Expected(Draft().Invoice)}). The registered document has the total 1, this one ", outcome.Message, StringComparison.Ordinal);
        Assert.Null(outcome.Result.Irn);
    }

    [Fact]
    public async Task A_cancelled_document_under_the_number_is_refused_as_2278()
    {
        using var server = new Script(Script.Refusal("2150"), Found(Draft().Invoice, status: "CNL"));
        RegistrationOutcome outcome = await RegisterAsync(server);
        Assert.Equal((DocumentOutcome.Rejected, FailureClass.OctaRejected, "2278"), (outcome.Outcome, outcome.Failure, outcome.Result.ErrorCode));
        Assert.StartsWith("The number was used before and cancelled. IRN ", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_of_a_recovered_document_are_fetched()
    {
        var images = new ImageRequest { QrCodeFormat = "GIF", Pdf = true };
        using var server = new Script(
            Script.Refusal("2150"),
            Found(Draft().Invoice),
            Script.Success(new { Irn = "35054c", QRCodeImageGif = "AQI=", QRCodeImagePng = "AQM=", QRCodeImageJpeg = "AQQ=", EinvoicePdf = "AQU=", EwbPdf = "AQY=" }));
        RegistrationOutcome outcome = await RegisterAsync(server, images: images);
        Assert.Equal(DocumentOutcome.Recovered, outcome.Outcome);
        Assert.Equal("generateirn getdocirninfo getirn", server.Endpoints);
        Assert.Equal(("AQI=", "AQM=", "AQQ="), (Text(outcome.Result.QrCodeGif), Text(outcome.Result.QrCodePng), Text(outcome.Result.QrCodeJpeg)));
        Assert.Equal(("AQU=", "AQY="), (Text(outcome.Result.InvoicePdf), Text(outcome.Result.EwbPdf)));
    }

    [Theory]
    [InlineData(null, false, "", 2)]
    [InlineData("PNG", false, "QRCodeImagePng", 2)]
    [InlineData("JPEG", false, "QRCodeImageJpeg", 2)]
    [InlineData("gif", false, "QRCodeImageGif", 2)]
    [InlineData("GIF", false, "QRCodeImagePng", 3)]
    [InlineData("JPEG", false, "QRCodeImagePng", 3)]
    [InlineData("PNG", false, "QRCodeImageGif", 3)]
    [InlineData("PNG", true, "QRCodeImagePng", 3)]
    public async Task Images_that_came_with_the_look_up_are_not_fetched_again(string? format, bool pdf, string came, int calls)
    {
        using var server = new Script(Script.Refusal("2150"), Found(Draft().Invoice, came), Script.Success(new { Irn = "35054c", QRCodeImagePng = "AQM=" }));
        Assert.Equal(DocumentOutcome.Recovered, (await RegisterAsync(server, images: new ImageRequest { QrCodeFormat = format, Pdf = pdf })).Outcome);
        Assert.Equal(calls, server.Calls.Length);
    }

    [Fact]
    public async Task Images_that_can_not_be_had_change_no_outcome()
    {
        using var server = new Script(Script.Refusal("2150"), Found(Draft().Invoice), Script.Refusal("2148"));
        using var run = new RunState(Resilience);
        RegistrationOutcome outcome = await RegisterAsync(server, run, Draft(), new ImageRequest { Pdf = true });
        Assert.Equal((DocumentOutcome.Recovered, null), (outcome.Outcome, outcome.Failure));
        Assert.Contains($"Images and PDF of IRN {outcome.Result.Irn} could not be fetched: 2148: m", run.Events.Select(RunEventText.Describe));
    }

    [Fact]
    public async Task Images_are_not_asked_for_once_nobody_answers()
    {
        using var server = new Script(Script.Refusal("2150"), Found(Draft().Invoice));
        using var run = new RunState(Resilience);
        server.Called = number =>
        {
            if (number == 2)
                run.Stop(RunStop.Outage, "away");
        };
        Assert.Equal(DocumentOutcome.Recovered, (await RegisterAsync(server, run, Draft(), new ImageRequest { Pdf = true })).Outcome);
        Assert.Equal("generateirn getdocirninfo", server.Endpoints);
    }

    [Fact]
    public async Task An_e_way_bill_that_did_not_come_along_is_asked_for_and_told_with_the_document()
    {
        using var server = new Script(Script.Success(new { Irn = "35054c" }), Script.Success(new { EwbNo = 191000000002, Status = "ACT", EwbDt = "2026-05-04 10:00:00", EwbValidTill = "2026-05-05 23:59:00", EwbPdf = "AQY=" }));
        RegistrationOutcome outcome = await RegisterAsync(server, Draft(withEwb: true), new ImageRequest { Pdf = true });
        Assert.Equal((DocumentOutcome.Registered, null), (outcome.Outcome, outcome.Failure));
        Assert.Equal(("191000000002", RecordStatus.Active, "AQY="), (outcome.Result.EwbNumber, outcome.Result.EwbStatus, Text(outcome.Result.EwbPdf)));
        Assert.Equal(("2026-05-04T10:00:00+05:30", "2026-05-05T23:59:00+05:30"), (outcome.Result.EwbTime.ToString(), outcome.Result.EwbValidTill.ToString()));
        Assert.Equal($"generateewbbyirn?gstin={outcome.Result.Gstin}&pdf=yes", server.Calls[1]);
        Assert.Contains("\"Irn\":\"35054c\"", server.LastBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_whose_e_way_bill_is_refused_is_registered_and_says_so()
    {
        using var server = new Script(Script.Success(new { Irn = "35054c" }), Script.Refusal("4010"));
        RegistrationOutcome outcome = await RegisterAsync(server, Draft(withEwb: true));
        Assert.Equal((DocumentOutcome.Registered, FailureClass.OctaEwbMissing, "35054c"), (outcome.Outcome, outcome.Failure, outcome.Result.Irn));
        Assert.Equal("IRN 35054c is registered, but its e-way bill was not made: No e-way bill was made for IRN 35054c: 4010: m", outcome.Message);
        Assert.Equal(["4010"], outcome.Errors.Select(error => error.Code));
    }

    [Theory]
    [InlineData(RunStop.Outage, "generateirn")]
    [InlineData(RunStop.Address, "generateirn")]
    [InlineData(RunStop.Login, "generateirn")]
    [InlineData(RunStop.ClientBlocked, "generateirn")]
    [InlineData(RunStop.Account, "generateirn getdocirninfo getirnbydoc")]
    [InlineData(RunStop.Journal, "generateirn getdocirninfo getirnbydoc")]
    public async Task After_a_stop_what_is_in_doubt_is_looked_up_where_somebody_may_still_answer_and_nothing_is_sent(RunStop stop, string endpoints)
    {
        using var server = new Script(Script.Lost, NotFound);
        using var run = new RunState(Resilience);
        server.Called = number =>
        {
            if (number == 1)
                run.Stop(stop, "detail");
        };
        Assert.Equal(DocumentOutcome.InDoubt, (await RegisterAsync(server, run, Draft())).Outcome);
        Assert.Equal(endpoints, server.Endpoints);
    }

    [Fact]
    public async Task A_stop_before_the_e_way_bill_leaves_a_registered_document()
    {
        using var server = new Script(Script.Success(new { Irn = "35054c" }));
        using var run = new RunState(Resilience);
        server.Called = _ => run.Stop(RunStop.Account, "detail");
        RegistrationOutcome outcome = await RegisterAsync(server, run, Draft(withEwb: true));
        Assert.Equal((DocumentOutcome.Registered, FailureClass.OctaEwbMissing), (outcome.Outcome, outcome.Failure));
        Assert.Equal("IRN 35054c is registered, but its e-way bill was not made: the run ended before it could be asked for.", outcome.Message);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task What_comes_after_a_stop_is_skipped_with_the_reason()
    {
        using var server = new Script(NotFound);
        using var run = new RunState(Resilience);
        run.Stop(RunStop.Account, "The account is empty.");
        RegistrationOutcome outcome = await RegisterAsync(server, run, Draft());
        Assert.Equal((DocumentOutcome.Skipped, FailureClass.OctaSkipped), (outcome.Outcome, outcome.Failure));
        Assert.Equal("Not sent: the run ended before it. The account is empty.", outcome.Message);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_draft_with_errors_is_never_sent()
    {
        using var server = new Script(NotFound);
        InvoiceDraft draft = Draft();
        draft.Issues.Add(new Issue { Severity = IssueSeverity.Error, Code = "OCTA-058", NicCode = "5002", Path = "p", Message = "It is too short." });
        draft.Issues.Add(new Issue { Severity = IssueSeverity.Error, Code = "OCTA-058", NicCode = "2176", Path = "p", Message = "It is odd." });
        using var run = new RunState(Resilience);
        var registrar = new Registrar(server.Client, new RegistrationSettings { Resilience = Resilience, IsSandbox = true }, run);
        var outcomes = new List<RegistrationOutcome>();
        await foreach (RegistrationOutcome one in registrar.RegisterAllAsync([draft], DraftChecker.For(OctaEnvironment.Test, isStrict: false), width: 1))
            outcomes.Add(one);
        RegistrationOutcome outcome = Assert.Single(outcomes);
        Assert.Equal((DocumentOutcome.Rejected, FailureClass.OctaValidation, "OCTA-058,5002,2176", true), (outcome.Outcome, outcome.Failure, outcome.Result.ErrorCode, outcome.Result.Sandbox));
        Assert.StartsWith("2 errors: p: It is too short.", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task What_is_broken_off_on_its_way_is_in_doubt_and_what_never_left_is_skipped()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new Script(Script.Silence);
        server.Called = _ => cancellation.Cancel();
        using var run = new RunState(Resilience);
        var registrar = new Registrar(server.Client, new RegistrationSettings { Resilience = Resilience }, run);
        RegistrationOutcome broken = await registrar.RegisterAsync(CheckedDraft.WithoutRules(Draft()), cancellation.Token);
        Assert.Equal((DocumentOutcome.InDoubt, "The run was broken off while the document was on its way; it may be registered."), (broken.Outcome, broken.Message));
        RegistrationOutcome never = await registrar.RegisterAsync(CheckedDraft.WithoutRules(Draft()), cancellation.Token);
        Assert.Equal((DocumentOutcome.Skipped, "Not sent: the run ended before it."), (never.Outcome, never.Message));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task What_a_run_before_left_in_doubt_is_looked_up_first_and_stays_in_doubt_when_that_is_broken_off()
    {
        using (var lost = new Script(Script.Silence))
        {
            using var first = new CancellationTokenSource();
            lost.Called = _ => first.Cancel();
            Assert.Equal(DocumentOutcome.InDoubt, (await RegisterJournalledAsync(lost, Draft(), first.Token)).Outcome);
        }
        using var second = new CancellationTokenSource();
        using var server = new Script(Script.Silence);
        server.Called = _ => second.Cancel();
        Assert.Equal(DocumentOutcome.InDoubt, (await RegisterJournalledAsync(server, Draft(), second.Token)).Outcome);
        Assert.Equal("getdocirninfo", server.Endpoints);
    }

    [Fact]
    public async Task A_document_finished_before_comes_from_the_journal_as_it_was_and_with_its_images()
    {
        var images = new ImageRequest { Pdf = true };
        using (var server = new Script(Script.Success(new { Irn = "35054c", AckNo = 112010000011474, AckDt = "2026-05-04 10:00:00", IrnStatus = "ACT", SignedInvoice = "i.i.i", SignedQRCode = "q.q.q" })))
            await RegisterJournalledAsync(server, Draft(), CancellationToken.None);
        using var second = new Script(Script.Success(new { Irn = "35054c", EinvoicePdf = "AQU=" }));
        InvoiceDraft draft = Draft();
        IrnResult result = (await RegisterJournalledAsync(second, draft, CancellationToken.None, images)).Result;
        Assert.Equal((DocumentOutcome.Registered, "35054c", "112010000011474", RecordStatus.Active), (result.Outcome!.Value, result.Irn, result.AckNumber, result.IrnStatus));
        Assert.Equal(("2026-05-04T10:00:00+05:30", "i.i.i", "q.q.q"), (result.AckTime.ToString(), result.SignedInvoice, result.SignedQrCode));
        // The number as it is typed today, not as the journal's key has it.
        Assert.Equal((Number, draft.Invoice.Totals!.Total, "AQU=", null), (result.DocumentNumber, result.InvoiceTotal, Text(result.InvoicePdf), result.ErrorMessage));
        Assert.Equal([$"getirn?gstin={result.Gstin}&irn=35054c&pdf=yes"], second.Calls);
    }

    [Fact]
    public async Task A_document_finished_before_without_its_e_way_bill_asks_for_that_alone()
    {
        using (var server = new Script(Script.Success(new { Irn = "35054c" }), Script.Refusal("4010")))
            await RegisterJournalledAsync(server, Draft(withEwb: true), CancellationToken.None);
        using var second = new Script(Script.Success(new { EwbNo = 191000000002, Status = "ACT" }));
        RegistrationOutcome outcome = await RegisterJournalledAsync(second, Draft(withEwb: true), CancellationToken.None);
        Assert.Equal((DocumentOutcome.Registered, null, "191000000002"), (outcome.Outcome, outcome.Failure, outcome.Result.EwbNumber));
        Assert.Equal("generateewbbyirn", second.Endpoints);
        using var third = new Script(NotFound);
        Assert.Equal("191000000002", (await RegisterJournalledAsync(third, Draft(withEwb: true), CancellationToken.None)).Result.EwbNumber);
        Assert.Empty(third.Calls);
    }

    [Fact]
    public async Task A_changed_document_is_a_conflict_and_is_not_sent()
    {
        using (var server = new Script(Script.Success(new { Irn = "35054c" })))
            await RegisterJournalledAsync(server, Draft(), CancellationToken.None);
        using var second = new Script(NotFound);
        RegistrationOutcome outcome = await RegisterJournalledAsync(second, Draft(change: document => document["BuyerDtls"]!["Loc"] = "Elsewhere"), CancellationToken.None);
        Assert.Equal((DocumentOutcome.Rejected, FailureClass.OctaConflict), (outcome.Outcome, outcome.Failure));
        Assert.StartsWith($"The document is registered with other content (IRN 35054c): {Path.Combine(folder, "run.jsonl")}, 20", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(second.Calls);
    }

    private static string? Text(byte[]? bytes) => bytes is null ? null : Convert.ToBase64String(bytes);

    private static InvoiceDraft Draft(string number = Number, bool withEwb = false, Action<JsonNode>? change = null) => ChaosDocuments.Draft(number, document =>
    {
        if (!withEwb)
            document.AsObject().Remove("EwbDtls");
        change?.Invoke(document);
    });

    private static Dictionary<string, object?> SignedOf(OctaInvoice invoice) => new()
    {
        ["SellerGstin"] = invoice.Gstin,
        ["BuyerGstin"] = invoice.Buyer!.Gstin,
        ["DocTyp"] = invoice.DocumentType,
        ["DocNo"] = invoice.DocumentNumber,
        ["DocDt"] = invoice.DocumentDate!.Value.ToWireString(),
        ["TotInvVal"] = invoice.Totals!.Total,
        ["ItemCnt"] = invoice.Items!.Count,
    };

    private static HttpResponse Found(OctaInvoice invoice, string image = "", string status = "ACT")
    {
        var answer = new Dictionary<string, object?> { ["Irn"] = IrnHash.Expected(invoice), ["IrnStatus"] = status, ["SignedQRCode"] = Token.Of(SignedOf(invoice)) };
        if (image.Length > 0)
            answer[image] = "AQI=";
        return Script.Success(answer);
    }

    private async Task<RegistrationOutcome> RegisterAsync(Script server, InvoiceDraft? draft = null, ImageRequest? images = null)
    {
        using var run = new RunState(Resilience);
        return await RegisterAsync(server, run, draft ?? Draft(), images);
    }

    private Task<RegistrationOutcome> RegisterAsync(Script server, RunState run, InvoiceDraft draft, ImageRequest? images = null) =>
        new Registrar(server.Client, new RegistrationSettings { Resilience = Resilience, Images = images ?? ImageRequest.None, IsSandbox = true }, run).RegisterAsync(CheckedDraft.WithoutRules(draft), CancellationToken.None);

    private async Task<RegistrationOutcome> RegisterJournalledAsync(Script server, InvoiceDraft draft, CancellationToken cancellation, ImageRequest? images = null)
    {
        using RunJournal journal = RunJournal.Open(Path.Combine(folder, "run.jsonl"), new JournalBinding(new Uri("https://bills.octagst.com/"), OctaEnvironment.Test));
        using var run = new RunState(Resilience);
        return await new Registrar(server.Client, new RegistrationSettings { Resilience = Resilience, Journal = journal, Images = images ?? ImageRequest.None }, run).RegisterAsync(CheckedDraft.WithoutRules(draft), cancellation);
    }
}
