using System.Globalization;

namespace OctaEInvoice;

/// <summary>What the tables show of results; used by the module's views.</summary>
public static class Presentation
{
    private const int ShownOfIrn = 16;

    /// <summary>Outcome of a document, or its status on a look-up.</summary>
    /// <param name="result">The result.</param>
    /// <returns>Registered, Recovered, Rejected, ...; Active or Cancelled on look-ups.</returns>
    public static string Outcome(IrnResult result) => result.Outcome?.ToString() ?? result.IrnStatus.ToString();

    /// <summary>Rupees with paise, without groups, the same in every culture.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>For example 12908.00; empty for none.</returns>
    public static string Rupees(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The beginning of the IRN, which is enough to tell two apart, with a mark when nothing was registered with the government.</summary>
    /// <param name="result">The result.</param>
    /// <returns>For example 35054cc24d97033a.. (sandbox); the error code for a document without an IRN.</returns>
    public static string Irn(IrnResult result)
    {
        if (result.Irn is not { Length: > 0 } irn)
            return result.ErrorCode ?? "";
        string shown = irn.Length > ShownOfIrn ? irn.Substring(0, ShownOfIrn) + ".." : irn;
        return result.Sandbox ? shown + " (sandbox)" : shown;
    }
}
