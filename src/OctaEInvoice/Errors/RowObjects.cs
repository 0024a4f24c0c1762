using System.Management.Automation;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Commands.Errors;

/// <summary>Gives the input of a document back, so that $e.TargetObject | Export-Csv rejected.csv writes its rows.</summary>
internal static class RowObjects
{
    internal static object Of(InvoiceDraft draft)
    {
        if (draft.Rows.Count == 0)
            return draft.Source ?? draft.Invoice;
        if (draft.Rows.Count == 1)
            return Of(draft.Rows[0]);
        var rows = new PSObject[draft.Rows.Count];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = Of(draft.Rows[i]);
        return rows;
    }

    private static PSObject Of(GivenRow row)
    {
        var copy = new PSObject();
        for (int i = 0; i < row.Columns.Names.Count; i++)
            copy.Properties.Add(new PSNoteProperty(row.Columns.Names[i], row[i]));
        return copy;
    }
}
