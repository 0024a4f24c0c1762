using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>A command that asks in a seller's name, by the numbers under which the portal knows documents and e-way bills.</summary>
public abstract class SellerCommand : WindowedCommand
{
    /// <summary>GSTIN of the seller; without it the connection's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Gstin { get; set; }

    /// <summary>The seller's GSTIN, or null after an error.</summary>
    /// <param name="target">The input, for the error.</param>
    private protected string? GstinOrError(object? target) => GstinOrError(Gstin, target);

    /// <summary>The IRN that was given, or null after an error: text that is none asks for nothing.</summary>
    private protected string? IrnOrError(string? given)
    {
        string? irn = IrnText.Read(given, out Issue? issue);
        if (issue is not null)
            SubmitFailure(issue.ToInputRecord("OctaBadIrn", given));
        return irn;
    }

    /// <summary>The number of an e-way bill that was given, or null after an error.</summary>
    private protected string? EwbNumberOrError(string? given)
    {
        string? number = EwbNumberText.Read(given, out Issue? issue);
        if (issue is not null)
            SubmitFailure(issue.ToInputRecord("OctaBadEwbNumber", given));
        return number;
    }

    /// <summary>Reads the date of a look-up, which may be counted from today where a sandbox is asked, as in the examples.</summary>
    /// <returns>True after an error.</returns>
    private protected bool DayOrError(object? given, object? target, out IndiaDate? day)
    {
        day = given as IndiaDate?;
        if (given is not string text)
            return false;
        if (ActiveConnection.Sandbox && CountedDay.TryRead(text, TimeProvider.System.TodayInIndia(), out IndiaDate counted))
        {
            day = counted;
            return false;
        }
        SubmitFailure(new ArgumentException($"'{text}' is no date. {CountedDay.Message}").ToRecord("OctaCountedDay", ErrorCategory.InvalidArgument, target, CountedDay.Remedy));
        return true;
    }
}
