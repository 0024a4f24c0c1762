using System.Globalization;
using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Keys;

/// <summary>Reads the number of an e-way bill that somebody typed, copied or kept in a sheet.</summary>
public static class EwbNumberText
{
    private const int Digits = 12;
    private const string Code = "OCTA-157";

    /// <summary>Reads a number.</summary>
    /// <param name="given">The text; blanks round it do no harm.</param>
    /// <param name="issue">What is wrong with it; null when it is such a number.</param>
    /// <returns>The twelve digits, or null.</returns>
    public static string? Read(string? given, out Issue? issue)
    {
        string number = given?.Trim() ?? "";
        string? message = Fault(number);
        issue = message is null ? null : new Issue
        {
            Severity = IssueSeverity.Error,
            Code = Code,
            Path = "EwbNumber",
            Message = message,
            Given = number,
            Expected = "12 digits",
            Remedy = ErrorCatalogue.RemedyFor([Code]),
        };
        return message is null ? number : null;
    }

    private static string? Fault(string number)
    {
        if (number.Length == 0)
            return "There is none.";
        for (int i = 0; i < number.Length; i++)
            if (number[i] is < '0' or > '9')
                return string.Format(CultureInfo.InvariantCulture, "Character {0} is no digit: '{1}'.", i + 1, number[i]);
        return number.Length == Digits ? null : string.Format(CultureInfo.InvariantCulture, "It has {0} digits, an e-way bill number has {1}.", number.Length, Digits);
    }
}
