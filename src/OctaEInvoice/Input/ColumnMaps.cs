using System.Collections;
using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Commands.Input;

/// <summary>Makes the Engine's column map of a hashtable.</summary>
internal static class ColumnMaps
{
    internal static ColumnMap? Read(PSCmdlet command, Hashtable? given)
    {
        if (given is null)
            return null;
        var map = new ColumnMap();
        try
        {
            foreach (DictionaryEntry entry in given)
                map.Add(entry.Key.ToString()!, entry.Value?.ToString() ?? "");
        }
        catch (ArgumentException fault)
        {
            command.ThrowTerminatingError(fault.ToRecord("OctaColumnMap", ErrorCategory.InvalidArgument, given, "Write each of your columns with the field it holds, such as @{ 'Bill No' = 'DocumentNumber' }."));
        }
        return map;
    }
}
