using System.Globalization;

namespace OctaEInvoice;

/// <summary>What the tables show of results; used by the module's views.</summary>
public static class Presentation
{
    private const int ShownOfIrn = 16;
    private const int ShownOfError = 31;
    private const string Mark = " (sandbox)";

    /// <summary>Rupees with paise, without groups, the same in every culture.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>For example 12908.00; empty for none.</returns>
    public static string Rupees(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The beginning of an IRN, which is enough to tell two apart, with a mark when nothing was registered with the government.</summary>
    /// <param name="irn">The IRN.</param>
    /// <param name="isSandbox">True for an answer of a sandbox.</param>
    /// <returns>For example 35054cc24d97033a.. (sandbox).</returns>
    public static string ShortIrn(string? irn, bool isSandbox)
    {
        string shown = irn is { Length: > ShownOfIrn } ? irn.Substring(0, ShownOfIrn) + ".." : irn ?? "";
        return isSandbox ? (shown + Mark).TrimStart() : shown;
    }

    /// <summary>What the table shows of a result in 31 characters: its IRN, or why it has none; the mark of a sandbox is never cut.</summary>
    /// <param name="result">The result.</param>
    /// <returns>For example 35054cc24d97033a.. (sandbox), or OCTA-058,2176 (sandbox).</returns>
    public static string IrnOrError(IrnResult result) => string.IsNullOrEmpty(result.Irn)
        ? ShortError(string.IsNullOrEmpty(result.ErrorCode) ? result.ErrorMessage : result.ErrorCode, result.Sandbox)
        : ShortIrn(result.Irn, result.Sandbox);

    private static string ShortError(string? error, bool isSandbox)
    {
        int room = isSandbox ? ShownOfError - Mark.Length : ShownOfError;
        string shown = error is null || error.Length <= room ? error ?? "" : error.Substring(0, room - 2).TrimEnd(' ', ',') + "..";
        return isSandbox ? (shown + Mark).TrimStart() : shown;
    }

    /// <summary>The first error of a check, or the first warning when there is no error.</summary>
    /// <param name="check">The check.</param>
    /// <returns>One sentence; empty when nothing was found.</returns>
    public static string FirstFinding(DocumentCheck check)
    {
        Issue? first = null;
        foreach (Issue issue in check.Issues)
            if (first is null || (issue.Severity == IssueSeverity.Error && first.Severity != IssueSeverity.Error))
                first = issue;
        return first is null ? "" : $"{(first.Row is int row ? FormattableString.Invariant($"row {row} ") : "")}{first.Column ?? first.Path}: {first.Message} [{first.Code}]";
    }
}
