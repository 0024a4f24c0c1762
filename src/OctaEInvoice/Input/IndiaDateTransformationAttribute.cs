using System.Management.Automation;
using OctaEInvoice.Engine.Documents;

namespace OctaEInvoice.Commands.Input;

/// <summary>Reads dates by fixed formats: compiled cmdlets bind text with the account's culture, to which 05/04/2026 is May in one office and April in another.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class IndiaDateTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>True where the command itself reads a day counted from today, such as D-3 of the example files: it alone knows whether a sandbox is asked.</summary>
    public bool LeavesCountedDays { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => null,
            IndiaDate or IndiaDate[] => value,
            DateTime date => new IndiaDate(date),
            DateTimeOffset date => new IndiaDate(date.ToOffset(IndiaTime.Offset).DateTime),
            string { Length: 0 } => null,
            string text when IndiaDate.TryParse(text, out IndiaDate date) => date,
            string counted when CountedDay.IsOne(counted) => LeavesCountedDays ? counted : throw new ArgumentTransformationMetadataException($"'{counted}' is no date. {CountedDay.Message} {CountedDay.Remedy}"),
            // A date that went through ConvertTo-Json and back.
            _ when inputData is PSObject { Properties: var properties } && properties["Iso"]?.Value is string iso && IndiaDate.TryParse(iso, out IndiaDate date) => date,
            // A date that went through a job or a remote session.
            _ when inputData is PSObject deserialised && IndiaDate.TryParse(deserialised.ToString(), out IndiaDate date) => date,
            _ => throw new ArgumentTransformationMetadataException($"'{value}' is no date. Write it as dd/MM/yyyy or yyyy-MM-dd, for example 31/12/2026."),
        };
    }
}
