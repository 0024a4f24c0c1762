using System.Globalization;

namespace OctaEInvoice.Engine.Documents;

/// <summary>Reads numbers as Indian accounts write them, whatever the culture of the account: 1290850, 12908.50, 1,23,456.00, 123,456.00.</summary>
/// <remarks>
/// Commas count only as complete Indian or Western groups before the point, so that 12908,50 is refused and never read as 1290850,
/// and 0,500 never as 500.
/// </remarks>
internal static class NumberText
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="number">The number read.</param>
    /// <param name="reason">Why it was refused, as a whole sentence with what to do; null on success.</param>
    /// <returns>True when it was read.</returns>
    public static bool TryRead(string text, out decimal number, out string? reason)
    {
        number = 0;
        reason = Refusal(text);
        if (reason is not null)
            return false;
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(WithoutCommas(text), style, CultureInfo.InvariantCulture, out number))
            return true;
        reason = "It has more digits than any amount can have.";
        return false;
    }

    /// <summary>True for a text that a spreadsheet made of a long number, such as 1.23E+14.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it has that form.</returns>
    public static bool IsScientific(string text)
    {
        int exponent = text.IndexOfAny(['E', 'e']);
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (exponent < start + 1 || exponent > text.Length - 3 || text[exponent + 1] is not ('+' or '-'))
            return false;
        return IsDigits(text, exponent + 2, text.Length) && IsPlain(text.Substring(start, exponent - start));
    }

    private static string? Refusal(string text)
    {
        if (IsScientific(text))
            return "A spreadsheet has turned it into scientific notation: format the column as a number with the decimals it needs and export again.";
        string digits = text.StartsWith("-", StringComparison.Ordinal) || text.StartsWith("+", StringComparison.Ordinal) ? text.Substring(1) : text;
        int point = digits.IndexOf('.');
        string whole = point < 0 ? digits : digits.Substring(0, point);
        if (point >= 0 && point == digits.Length - 1)
            return "It is not a complete number: digits are missing after the point.";
        if (point >= 0 && !IsDigits(digits, point + 1, digits.Length))
            return "It is not a number: write digits with a point before the decimals, such as 12908.50.";
        // Databases write .50 for 0.50.
        if (point == 0 || IsDigits(whole, 0, whole.Length))
            return null;
        if (whole.IndexOf(',') < 0)
            return "It is not a number: write digits with a point before the decimals and no currency sign, such as 12908.50.";
        return AreGroups(whole) ? null : "Its commas are no complete groups: write 12908.50, 1,23,456.00 or 123,456.00, with a point before the decimals.";
    }

    private static bool AreGroups(string whole)
    {
        string[] groups = whole.Split(',');
        if (!Array.TrueForAll(groups, group => IsDigits(group, 0, group.Length)))
            return false;
        if (groups[groups.Length - 1].Length != 3 || groups[0].StartsWith("0", StringComparison.Ordinal))
            return false;
        return AreGroupsOf(groups, 2) || AreGroupsOf(groups, 3);
    }

    private static bool AreGroupsOf(string[] groups, int size)
    {
        if (groups[0].Length < 1 || groups[0].Length > size)
            return false;
        for (int i = 1; i < groups.Length - 1; i++)
            if (groups[i].Length != size)
                return false;
        return true;
    }

    private static bool IsPlain(string text)
    {
        int point = text.IndexOf('.');
        return point < 0 ? IsDigits(text, 0, text.Length) : IsDigits(text, 0, point) && IsDigits(text, point + 1, text.Length);
    }

    private static bool IsDigits(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
            if (text[i] is < '0' or > '9')
                return false;
        return start < end;
    }

    private static string WithoutCommas(string text) => text.IndexOf(',') < 0 ? text : text.Replace(",", "");
}
