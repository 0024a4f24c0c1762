using System.Collections;
using System.Data;
using System.Management.Automation;

namespace OctaEInvoice.Commands.Input;

/// <summary>Names and values of a pipeline object: properties of an object, entries of a hashtable, columns of a data row.</summary>
internal static class PropertyReader
{
    private const int UsualColumns = 32;

    // A document's parts by NIC's name and by the Model's; a flat row has neither.
    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase) { "DocDtls", "ItemList", "SellerDtls", "TranDtls", "BuyerDtls", "ValDtls", "Items" };

    // What PowerShell adds to objects of jobs and remote sessions.
    private static readonly HashSet<string> Transport = new(StringComparer.OrdinalIgnoreCase) { "PSComputerName", "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId" };

    /// <summary>True when names are those of a document's parts, not of a row's cells.</summary>
    internal static bool HasParts(List<string> names) => names.Exists(Parts.Contains);

    internal static void Read(PSObject input, out List<string> names, out List<object?> values)
    {
        names = new List<string>(UsualColumns);
        values = new List<object?>(UsualColumns);
        switch (input.BaseObject)
        {
            case IDictionary entries:
                foreach (DictionaryEntry entry in entries)
                    Add(names, values, entry.Key.ToString() ?? "", entry.Value);
                break;
            case DataRow row:
                foreach (DataColumn column in row.Table.Columns)
                    Add(names, values, column.ColumnName, row[column]);
                break;
            default:
                foreach (PSPropertyInfo property in PropertiesOf(input))
                    Add(names, values, property.Name, property.Value);
                break;
        }
    }

    /// <summary>The properties that are the user's own.</summary>
    internal static IEnumerable<PSPropertyInfo> PropertiesOf(PSObject value)
    {
        foreach (PSPropertyInfo property in value.Properties)
            if (!Transport.Contains(property.Name))
                yield return property;
    }

    /// <summary>The object itself, without PowerShell's wrapper unless the wrapper is all there is.</summary>
    internal static object? Plain(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static void Add(List<string> names, List<object?> values, string name, object? value)
    {
        names.Add(name);
        values.Add(Plain(value));
    }
}
