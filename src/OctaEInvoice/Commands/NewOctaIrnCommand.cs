using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Commands;

/// <summary>Registers invoices, credit notes and debit notes (POST generateirn).</summary>
[Cmdlet(VerbsCommon.New, "OctaIrn", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(IrnResult))]
public sealed class NewOctaIrnCommand : DocumentCommand
{
    private const string InputSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly RunTally tally = new();

    private DraftChecker checker = null!;
    private Registrar? registrar;
    private RunJournal? journal;
    private WarningDigest warnings = null!;
    private bool isInputRead;

    /// <summary>Rows of Import-Csv, nested objects, hashtables, documents, JSON text or files of JSON.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = InputSet)]
    [AllowEmptyString]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Files of JSON, wildcards allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files of JSON, taken as they are written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Warnings of the checks count as errors.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Gives a result for every document, also for those that were refused, for Export-Csv.</summary>
    [Parameter]
    public SwitchParameter IncludeRejected { get; set; }

    /// <summary>A file that remembers what was sent and what became of it: the same command goes on where it was broken off. See docs/journal.md.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        checker = DraftChecker.For(ActiveConnection.Environment, Strict);
        warnings = new WarningDigest(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IEnumerable<InvoiceDraft> drafts = ParameterSetName switch
        {
            PathSet => Documents.ReadFiles(Path, withWildcards: true),
            LiteralPathSet => Documents.ReadFiles(LiteralPath, withWildcards: false),
            _ => Documents.Read(InputObject),
        };
        foreach (InvoiceDraft draft in drafts)
        {
            Register(draft);
            // With -IncludeRejected the documents that a stopped run leaves out get a row too: Skipped.
            if (HasStopped && !IncludeRejected)
                Settle();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        isInputRead = true;
        foreach (InvoiceDraft draft in Documents.Complete())
        {
            if (HasStopped && !IncludeRejected)
                tally.AddUnsent();
            else
                Register(draft);
        }
        warnings.Complete();
        base.EndProcessing();
    }

    private protected override string UnfinishedSummary => tally.Describe(isInputRead);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            journal?.Dispose();
    }

    private void Register(InvoiceDraft draft)
    {
        foreach (string note in draft.Notes)
            WriteVerbose(note);
        if (checker.Check(draft) is not CheckedDraft document)
            Submit(new RegistrationReply(this, RegistrationOutcome.Refused(draft, ActiveConnection.Sandbox)));
        else if (HasStopped || IsWanted(draft))
            Send(document);
    }

    private void Send(CheckedDraft document)
    {
        Registrar used = registrar ??= new Registrar(Client, Settings(), Run);
        Submit(async token =>
        {
            RegistrationOutcome outcome = await used.RegisterAsync(document, token).ConfigureAwait(false);
            tally.Add(outcome);
            return new RegistrationReply(this, outcome);
        });
    }

    // Called when the first document is sent, so that -WhatIf writes no file.
    private RunJournal? OpenJournal()
    {
        if (JournalPath is null)
            return null;
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath);
        try
        {
            journal = RunJournal.Open(path, new JournalBinding(ActiveConnection.BaseUri, ActiveConnection.Environment));
        }
        catch (JournalException fault)
        {
            ThrowTerminatingError(fault.ToJournalRecord(path));
        }
        if (journal!.DamagedLines > 0)
            WriteWarning($"{journal.DamagedLines} line(s) of the journal {path} can't be read, as after a power cut; their documents are looked up.");
        return journal;
    }

    // Warnings are written before the document is sent: after that its number can't be used again.
    private bool IsWanted(InvoiceDraft draft)
    {
        warnings.Add(draft);
        return ShouldProcess(Describe(draft.Invoice), "Register (generateirn)");
    }

    private RegistrationSettings Settings() => new()
    {
        Images = Images,
        IsSandbox = ActiveConnection.Sandbox,
        Resilience = Resilience,
        Journal = OpenJournal(),
    };

    private static string Describe(OctaInvoice invoice) => FormattableString.Invariant(
        $"{invoice.DocumentType} {invoice.DocumentNumber} of {invoice.DocumentDate} for {invoice.Buyer?.LegalName} ({invoice.Buyer?.Gstin}), total {invoice.Totals?.Total:0.00}");

    /// <summary>The outcome of one document: its result, its error, or both where the e-way bill alone did not come.</summary>
    private sealed class RegistrationReply(NewOctaIrnCommand command, RegistrationOutcome outcome) : IReply
    {
        public bool IsSuccess => outcome.IsRegistered;

        public void Write()
        {
            if (outcome.IsRegistered || command.IncludeRejected)
                command.WriteObject(outcome.Result);
            // What a stopped run skips or has refused for the same reason is said once, by the error that ends it.
            bool isSaid = (outcome.Failure == FailureClass.OctaSkipped && command.HasStopped) || command.IsSaidByTheStop(outcome.Errors);
            if (outcome.Failure is not null && !isSaid)
                command.WriteFailure(outcome.ToErrorRecord());
        }
    }
}
