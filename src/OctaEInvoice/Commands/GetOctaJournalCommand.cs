using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Journal;

namespace OctaEInvoice.Commands;

/// <summary>Reads a journal of New-OctaIrn: what became of each document, also while a run writes it.</summary>
[Cmdlet(VerbsCommon.Get, "OctaJournal", DefaultParameterSetName = PathSet)]
[OutputType(typeof(JournalEntry))]
public sealed class GetOctaJournalCommand : PSCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>Journals, wildcards allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Alias("JournalPath")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Journals, taken as they are written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Only documents with these outcomes.</summary>
    [Parameter]
    public DocumentOutcome[] Outcome { get; set; } = [];

    /// <summary>Every line instead of the latest one of each document.</summary>
    [Parameter]
    public SwitchParameter History { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string file in Files.Resolve(this, ParameterSetName == PathSet ? Path : LiteralPath, ParameterSetName == PathSet))
            Write(file);
    }

    private void Write(string file)
    {
        using IEnumerator<JournalEntry> entries = (History ? JournalReader.All(file) : JournalReader.Latest(file)).GetEnumerator();
        while (Read(entries, file) is JournalEntry entry)
            if (Outcome.Length == 0 || Outcome.Contains(entry.Outcome))
                WriteObject(entry);
    }

    // Only the reading is guarded: what a later command of the pipeline throws is no fault of the journal.
    private JournalEntry? Read(IEnumerator<JournalEntry> entries, string file)
    {
        try
        {
            return entries.MoveNext() ? entries.Current : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            WriteError(fault.ToRecord("OctaJournalUnreadable", ErrorCategory.ReadError, file, "Give the file that New-OctaIrn -JournalPath has written."));
            return null;
        }
    }
}
