using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Commands;

/// <summary>Tells whether a connection works: one getgstin of the seller's own GSTIN, without retries.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OctaConnection")]
[OutputType(typeof(ConnectionTest), typeof(bool))]
public sealed class TestOctaConnectionCommand : ServerCommand, IDisposable
{
    private readonly CancellationTokenSource breakingOff = new();

    /// <summary>GSTIN of the seller; without it the connection's.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Gstin { get; set; }

    /// <summary>Gives true or false alone.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (OwnsConnection)
            ActiveConnection.Dispose();
        breakingOff.Dispose();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (GstinOrError(Gstin, null) is not string gstin)
            return;
        ConnectionTest test = Ask(gstin);
        if (Quiet)
            WriteObject(test.Success);
        else
            WriteObject(test);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => breakingOff.Cancel();

    private ConnectionTest Ask(string gstin)
    {
        long begin = TimeProvider.System.GetTimestamp();
        ServerAnswer<GstinInfo> answer = Answer(gstin);
        TimeSpan latency = TimeProvider.System.GetElapsedTime(begin);
        var test = new ConnectionTest
        {
            Name = ActiveConnection.Name,
            Gstin = gstin,
            Environment = ActiveConnection.Environment,
            BaseUri = ActiveConnection.BaseUri,
            Sandbox = ActiveConnection.Sandbox,
            LatencyMs = answer.HttpStatus == 0 ? null : (int)Math.Max(1, latency.TotalMilliseconds),
        };
        if (answer.Value is GstinInfo info)
        {
            test.LegalName = info.LegalName;
            test.Success = info.IsActive;
            test.Problem = info.IsActive ? null : $"The server answers, but the GSTIN is not active (status {info.Status}): it can't register documents.";
            test.Remedy = info.IsActive ? null : "Look the GSTIN up on the GST portal; documents need an active seller.";
        }
        else
            AddFailure(test, answer);
        return test;
    }

    private ServerAnswer<GstinInfo> Answer(string gstin)
    {
        // One bare attempt: a test waits for nothing and repeats nothing.
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(breakingOff.Token);
        bounded.CancelAfter(TimeSpan.FromSeconds(TimeoutSec));
        try
        {
            return Client.GetGstinAsync(gstin, gstin, bounded.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!breakingOff.IsCancellationRequested)
        {
            return new ServerAnswer<GstinInfo> { Kind = AnswerKind.Unclear, Detail = $"No answer within {TimeoutSec} seconds." };
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private static void AddFailure(ConnectionTest test, ServerAnswer<GstinInfo> answer)
    {
        test.Codes = answer.Codes;
        test.Problem = answer.Describe();
        test.Remedy = ControlCodes.StopOf(test.Codes) == RunStop.Login ? ErrorRecords.LoginRemedy
            : test.Codes.Count > 0 ? ErrorCatalogue.RemedyFor(test.Codes)
            : "Check the network, the proxy and the server's address.";
    }
}
