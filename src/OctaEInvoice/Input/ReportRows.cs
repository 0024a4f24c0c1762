using System.Globalization;
using System.Management.Automation;
using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Commands.Input;

/// <summary>Reads documents of a report out of whatever a pipeline brings: results, errors, rows of Import-Csv, what came from a job.</summary>
internal static class ReportRows
{
    /// <summary>The document that an object tells of; null when it tells of none.</summary>
    internal static ReportRow? Read(PSObject given)
    {
        PSObject input = given.BaseObject is ErrorRecord { Exception: OctaDocumentException { Result: IrnResult result } } ? PSObject.AsPSObject(result) : given;
        string? status = Text(input, "IrnStatus");
        var row = new ReportRow
        {
            Outcome = Text(input, "Outcome") ?? status ?? "Unknown",
            Gstin = Text(input, "Gstin"),
            DocumentType = Text(input, "DocumentType"),
            DocumentNumber = Text(input, "DocumentNumber"),
            DocumentDate = Text(input, "DocumentDate"),
            BuyerGstin = Text(input, "BuyerGstin"),
            InvoiceTotal = ReportAmount.Read(Text(input, "InvoiceTotal")),
            Irn = Text(input, "Irn"),
            EwbNumber = Text(input, "EwbNumber"),
            ErrorCode = Text(input, "ErrorCode"),
            ErrorMessage = Text(input, "ErrorMessage"),
            Sandbox = string.Equals(Text(input, "Sandbox"), "True", StringComparison.OrdinalIgnoreCase),
        };
        return row.DocumentNumber is null && row.Irn is null && row.ErrorMessage is null ? null : row;
    }

    private static string? Text(PSObject input, string name)
    {
        object? given = input.Properties[name]?.Value;
        // An enumeration that went through Export-Clixml or a job is a number whose text is its name.
        object? value = given is PSObject { TypeNames: { Count: > 0 } types } wrapped && types[0].StartsWith("Deserialized.", StringComparison.Ordinal)
            ? wrapped.ToString()
            : PropertyReader.Plain(given);
        string? text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
