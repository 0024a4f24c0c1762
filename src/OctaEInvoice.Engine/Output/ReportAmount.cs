using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OctaEInvoice.Engine.Output;

/// <summary>Amounts of a report: read from what Export-Csv wrote, shown in Indian groups.</summary>
public static class ReportAmount
{
    /// <summary>Reads an amount; a comma before one or two last digits is the decimal comma that Export-Csv writes under some cultures.</summary>
    /// <param name="text">For example 88936.60, 88936,60 or 1,23,456.00.</param>
    /// <returns>The amount; null when it is none.</returns>
    public static decimal? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        string plain = Regex.IsMatch(text, @"^\s*-?[0-9]+,[0-9]{1,2}\s*$") ? text!.Replace(',', '.') : text!.Replace(",", "");
        return decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;
    }

    /// <summary>Rupees with paise in Indian groups, the same in every culture.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>For example 1,23,456.00; empty for none.</returns>
    public static string Show(decimal? amount)
    {
        if (amount is not decimal value)
            return "";
        string digits = Math.Abs(value).ToString("0.00", CultureInfo.InvariantCulture);
        int point = digits.Length - 3;
        var shown = new StringBuilder(digits.Substring(point));
        for (int end = point; end > 0;)
        {
            int length = Math.Min(end, end == point ? 3 : 2);
            shown.Insert(0, digits.Substring(end - length, length));
            end -= length;
            if (end > 0)
                shown.Insert(0, ',');
        }
        return value < 0 ? "-" + shown : shown.ToString();
    }
}
