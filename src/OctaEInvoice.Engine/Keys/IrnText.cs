using System.Globalization;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Keys;

/// <summary>Reads an IRN that somebody typed, copied or kept in a sheet: a cut one asks for another document or for none.</summary>
public static class IrnText
{
    private const int Digits = 64;
    private const string Code = "OCTA-153";

    /// <summary>Reads an IRN.</summary>
    /// <param name="given">The text; blanks round it and capital letters do no harm.</param>
    /// <param name="issue">What is wrong with it; null when it is an IRN.</param>
    /// <returns>The IRN in lower case, or null.</returns>
    public static string? Read(string? given, out Issue? issue)
    {
        string irn = given?.Trim() ?? "";
        string? message = Fault(irn);
        issue = message is null ? null : new Issue
        {
            Severity = IssueSeverity.Error,
            Code = Code,
            Path = "Irn",
            Message = message,
            Given = irn,
            Expected = "64 hexadecimal digits (0 to 9, a to f)",
            Remedy = ErrorCatalogue.RemedyFor([Code]),
        };
        return message is null ? irn.ToLowerInvariant() : null;
    }

    private static string? Fault(string irn)
    {
        if (irn.Length == 0)
            return "There is none.";
        if (irn.Length != Digits)
            return string.Format(CultureInfo.InvariantCulture, "It has {0} characters, an IRN has {1}.", irn.Length, Digits);
        for (int i = 0; i < irn.Length; i++)
            if (!IsHexDigit(irn[i]))
                return string.Format(CultureInfo.InvariantCulture, "Character {0} is no hexadecimal digit: '{1}'.", i + 1, irn[i]);
        return null;
    }

    private static bool IsHexDigit(char character) => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
