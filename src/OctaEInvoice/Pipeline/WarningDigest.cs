using System.Globalization;
using System.Management.Automation;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>Shows the first warning of each kind and counts the rest: a thousand documents with one habit are one thing to read.</summary>
internal sealed class WarningDigest(PSCmdlet command)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Takes the issues of a document that has no errors.</summary>
    internal void Add(InvoiceDraft draft)
    {
        foreach (Issue issue in draft.Issues.All)
            Add(draft.Invoice.ToString(), issue);
    }

    /// <summary>Writes a warning, or counts it and leaves it to the verbose stream.</summary>
    private void Add(string document, Issue issue)
    {
        string kind = $"{issue.Column ?? issue.Path} [{issue.Code}{(issue.NicCode is null ? "" : ", NIC " + issue.NicCode)}]";
        counts.TryGetValue(kind, out int count);
        counts[kind] = count + 1;
        if (count == 0)
            command.WriteWarning($"{document}: {issue}");
        else
            command.WriteVerbose($"{document}: {issue}");
    }

    /// <summary>Writes how often each kind came again.</summary>
    internal void Complete()
    {
        foreach (KeyValuePair<string, int> kind in counts)
            if (kind.Value > 1)
                command.WriteWarning(string.Format(CultureInfo.InvariantCulture, "{0}: {1} more findings of this kind; -Verbose shows them all.", kind.Key, kind.Value - 1));
        counts.Clear();
    }
}
