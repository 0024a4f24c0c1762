using System.Text;
using System.Text.Json;
using OctaEInvoice.Chaos;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations;
using OctaEInvoice.Engine.Operations.Cancellation;
using OctaEInvoice.Engine.Operations.Registration;
using OctaEInvoice.Engine.Running;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Tests.Running;

namespace OctaEInvoice.Tests.Operations;

/// <summary>A proxy that mixes answers up gives a document the answer of another one. Such an answer proves nothing.</summary>
public class StrayAnswerTests
{
    private static readonly ResilienceSettings Short = new() { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) };

    private static readonly Dictionary<string, IrnResult> Signed = SignedByTheSandbox("A1", "A2");

    [Fact]
    public async Task A_success_about_another_document_is_not_taken_for_this_one()
    {
        using var server = new ScriptedServer((number, request) => number == 1 ? Answer("A2") : request.Method == "POST" ? Answer("A1") : ScriptedServer.Refusal("2148"));
        RegistrationOutcome outcome = await RegisterAsync(server, "A1");
        Assert.Equal((DocumentOutcome.Registered, Signed["A1"].Irn), (outcome.Outcome, outcome.Result.Irn));
        Assert.Equal(4, server.Requests);
    }

    [Fact]
    public async Task A_success_about_another_document_is_settled_by_the_look_up()
    {
        using var server = new ScriptedServer((number, _) => Answer(number == 1 ? "A2" : "A1"));
        RegistrationOutcome outcome = await RegisterAsync(server, "A1");
        Assert.Equal((DocumentOutcome.Recovered, Signed["A1"].Irn), (outcome.Outcome, outcome.Result.Irn));
        Assert.Equal(2, server.Requests);
    }

    [Theory]
    [InlineData("ACT")]
    [InlineData("CNL")]
    public async Task A_look_up_answered_about_another_document_is_neither_a_conflict_nor_a_cancelled_number(string status)
    {
        using var server = new ScriptedServer((number, _) => number switch
        {
            1 => HttpResponse.FromText(504, "gateway timeout"),
            2 => Answer("A2", status),
            _ => Answer("A1"),
        });
        RegistrationOutcome outcome = await RegisterAsync(server, "A1");
        Assert.Equal((DocumentOutcome.Recovered, Signed["A1"].Irn), (outcome.Outcome, outcome.Result.Irn));
    }

    [Fact]
    public async Task A_document_answered_about_another_one_every_time_is_in_doubt()
    {
        using var server = new ScriptedServer((_, _) => Answer("A2"));
        RegistrationOutcome outcome = await RegisterAsync(server, "A1");
        Assert.Equal((DocumentOutcome.InDoubt, FailureClass.OctaInDoubt), (outcome.Outcome, outcome.Failure));
        Assert.Contains("another document", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_another_letter_case_of_the_number_is_this_documents()
    {
        using var server = new ScriptedServer((_, _) => Answer("A1"));
        Assert.Equal(DocumentOutcome.Registered, (await RegisterAsync(server, "a1")).Outcome);
    }

    [Fact]
    public async Task A_cancellation_answered_about_another_IRN_is_looked_up()
    {
        string irn = Signed["A1"].Irn!;
        string other = Signed["A2"].Irn!;
        using var server = new ScriptedServer((number, request) => number switch
        {
            1 => Json(new { Success = true, Irn = other, CancelDate = "2026-05-04 10:00:00" }),
            2 => Answer("A2", "CNL"),
            3 => Json(new { Success = true, Irn = irn, CancelDate = "2026-05-04 10:00:01" }),
            _ => ScriptedServer.Refusal("2270"),
        });
        using var run = new RunState(Short);
        CallOutcome<CancelResult> outcome = await new IrnCanceller(server.Client, Short, run, isSandbox: true)
            .CancelAsync(Signed["A1"].Gstin!, irn, IrnCancelReason.Duplicate, "twice", CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.Message);
        Assert.Equal("2026-05-04T10:00:01+05:30", outcome.Result!.CancelTime.ToString());
        Assert.Equal(3, server.Requests);
    }

    private static async Task<RegistrationOutcome> RegisterAsync(ScriptedServer server, string number)
    {
        using var run = new RunState(Short);
        return await new Registrar(server.Client, new RegistrationSettings { Resilience = Short }, run).RegisterAsync(Engine.Input.CheckedDraft.WithoutRules(Draft(number)), CancellationToken.None);
    }

    private static HttpResponse Answer(string number, string status = "ACT") => Json(new
    {
        Success = true,
        Signed[number].AckNumber,
        Signed[number].Irn,
        IrnStatus = status,
        SignedQRCode = Signed[number].SignedQrCode,
    });

    private static HttpResponse Json(object answer) => new(200, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(answer)));

    private static Dictionary<string, IrnResult> SignedByTheSandbox(params string[] numbers)
    {
        using SandboxServer sandbox = SandboxServer.Start();
        var signed = new Dictionary<string, IrnResult>(StringComparer.Ordinal);
        ChaosClient.Register(
            new SandboxAddress(sandbox.BaseUri, sandbox.KeyId, sandbox.KeySecret),
            null,
            numbers.Select(number => Draft(number)),
            outcome => signed.Add(outcome.Result.DocumentNumber!, outcome.Result));
        return signed;
    }

    // Without transport, so that no e-way bill is asked for.
    private static Engine.Input.InvoiceDraft Draft(string number) => ChaosDocuments.Draft(number, document => ((System.Text.Json.Nodes.JsonObject)document).Remove("EwbDtls"));
}
