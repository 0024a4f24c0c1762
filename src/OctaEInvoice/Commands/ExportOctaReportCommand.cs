using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Commands;

/// <summary>Writes a page of HTML about a run: counts, rupees, failures by code, a row for each document. It calls no server.</summary>
[Cmdlet(VerbsData.Export, "OctaReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportOctaReportCommand : PSCmdlet
{
    private RunReport report = null!;
    private bool hasWarned;

    /// <summary>File to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Results of New-OctaIrn (with -IncludeRejected all documents), their errors, entries of a journal, or rows of a CSV file of results.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Title of the page.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "e-Invoice report";

    /// <summary>A file that is there is overwritten.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => report = new RunReport(Title, TimeProvider.System.NowInIndia());

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
            return;
        if (ReportRows.Read(InputObject) is ReportRow row)
            report.Add(row);
        else if (!hasWarned)
        {
            hasWarned = true;
            WriteWarning($"An object without DocumentNumber and Irn ({InputObject.BaseObject.GetType().Name}) is left out of the report; further ones are left out without a word.");
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(file, $"Write report of {report.Count} documents"))
            return;
        try
        {
            using (var stream = new FileStream(file, Force ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None))
                report.WriteTo(stream);
            if (PassThru)
                WriteObject(new FileInfo(file));
        }
        catch (IOException fault) when (!Force && File.Exists(file))
        {
            WriteError(new IOException($"'{file}' exists already and was left as it is.", fault).ToRecord("OctaFileExists", ErrorCategory.ResourceExists, file, "Give -Force to overwrite it, or another -Path."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            WriteError(fault.ToRecord("OctaFileNotWritten", ErrorCategory.WriteError, file, "Check that the folder is there, may be written to and has room, then run the command again."));
        }
    }
}
