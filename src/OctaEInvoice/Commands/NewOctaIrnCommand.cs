using System.Collections;
using System.Management.Automation;
using OctaEInvoice.Commands.Connections;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Drafts;
using OctaEInvoice.Engine.Endpoints;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Registration;

namespace OctaEInvoice.Commands;

/// <summary>Registers invoices, credit notes and debit notes (POST generateirn).</summary>
[Cmdlet(VerbsCommon.New, "OctaIrn", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(IrnResult))]
public sealed class NewOctaIrnCommand : WindowedCommand
{
    private const string InputSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly RunTally tally = new();

    private PipelineDocuments documents = null!;
    private DraftChecking checking = null!;
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

    /// <summary>GSTIN of the seller; documents of others are refused. It wins over the connection's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Gstin { get; set; }

    /// <summary>Names of your own columns: a hashtable, or the path of a .psd1 that holds one.</summary>
    [Parameter]
    [ColumnMapTransformation]
    public Hashtable? ColumnMap { get; set; }

    /// <summary>Promises that the rows of one document follow one another: documents then stream in constant memory.</summary>
    [Parameter]
    public SwitchParameter Grouped { get; set; }

    /// <summary>Image of the QR code wanted with each result.</summary>
    [Parameter]
    [ValidateSet("Png", "Jpeg", "Gif")]
    public string? QrCode { get; set; }

    /// <summary>Quality of the image.</summary>
    [Parameter]
    [ValidateSet("Standard", "High")]
    public string? QrCodeQuality { get; set; }

    /// <summary>PDFs of e-invoice and e-way bill wanted with each result.</summary>
    [Parameter]
    public SwitchParameter Pdf { get; set; }

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
        documents = new PipelineDocuments(this, Sellers.Of(Opened, Gstin), ColumnMap, Grouped, error => SubmitWritten(() => WriteFailure(error)), Settle);
        checking = DraftChecking.For(Opened.Environment, Strict);
        warnings = new WarningDigest(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IEnumerable<InvoiceDraft> drafts = ParameterSetName switch
        {
            PathSet => documents.OfFiles(Path, withWildcards: true),
            LiteralPathSet => documents.OfFiles(LiteralPath, withWildcards: false),
            _ => documents.Of(InputObject),
        };
        foreach (InvoiceDraft draft in drafts)
        {
            Register(draft);
            // With -IncludeRejected the rest gets its rows too: Skipped.
            if (HasStopped && !IncludeRejected)
                Settle();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        isInputRead = true;
        foreach (InvoiceDraft draft in documents.Complete())
        {
            if (HasStopped && !IncludeRejected)
                tally.AddUnsent();
            else
                Register(draft);
        }
        warnings.Complete();
        Settle();
    }

    private protected override string LeftOpen => tally.InWords(isInputRead);

    private protected override bool IsSuccess(Action write) => write.Target is Written { Outcome.IsRegistered: true };

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
        if (!checking.Check(draft))
            SubmitWritten(new Written(this, DraftChecking.Refusal(draft, Opened.Sandbox)).Write);
        else if (HasStopped || IsWanted(draft))
            Send(draft);
    }

    private void Send(InvoiceDraft draft)
    {
        Registrar used = registrar ??= new Registrar(Client, Settings(), Run);
        Submit(async token =>
        {
            RegistrationOutcome outcome = await used.RegisterAsync(draft, token).ConfigureAwait(false);
            tally.Add(outcome);
            return new Written(this, outcome).Write;
        });
    }

    // Not before the first document goes out: -WhatIf writes no file.
    private RunJournal? OpenJournal()
    {
        if (JournalPath is null)
            return null;
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath);
        try
        {
            journal = RunJournal.Open(path, new JournalBinding(Opened.BaseUri, Opened.Environment));
        }
        catch (JournalException fault)
        {
            ThrowTerminatingError(fault.ToJournalRecord(path));
        }
        if (journal!.DamagedLines > 0)
            WriteWarning($"{journal.DamagedLines} line(s) of the journal {path} can't be read, as after a power cut; their documents are looked up.");
        return journal;
    }

    // Warnings come before the document is sent: afterwards its number is used.
    private bool IsWanted(InvoiceDraft draft)
    {
        warnings.Add(draft);
        return ShouldProcess(Describe(draft.Invoice), "Register (generateirn)");
    }

    private RegistrationSettings Settings() => new()
    {
        Images = new ImageRequest { QrCodeFormat = QrCode, QrCodeQuality = QrCodeQuality, Pdf = Pdf },
        IsSandbox = Opened.Sandbox,
        Resilience = Resilience,
        Journal = OpenJournal(),
    };

    private static string Describe(OctaInvoice invoice) => FormattableString.Invariant(
        $"{invoice.DocumentType} {invoice.DocumentNumber} of {invoice.DocumentDate} for {invoice.Buyer?.LegalName} ({invoice.Buyer?.Gstin}), total {invoice.Totals?.Total:0.00}");

    // What to write of one outcome; a class of its own, so that successes can be told apart while others are dropped.
    private sealed class Written(NewOctaIrnCommand command, RegistrationOutcome outcome)
    {
        internal RegistrationOutcome Outcome { get; } = outcome;

        internal void Write()
        {
            if (Outcome.IsRegistered || command.IncludeRejected)
                command.WriteObject(Outcome.Result);
            // What a stopped run skips or has refused for the same reason is said once, by the error that ends it.
            bool isSaid = (Outcome.Failure == FailureClass.OctaSkipped && command.HasStopped) || command.IsReported(Outcome.Errors);
            if (Outcome.Failure is not null && !isSaid)
                command.WriteFailure(Outcome.ToErrorRecord());
        }
    }
}
