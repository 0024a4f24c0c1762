using System.Globalization;

namespace OctaEInvoice.Engine.Keys;

/// <summary>India's financial year, April to March.</summary>
internal static class FinancialYear
{
    /// <summary>The year of a day as the IRN and the document key write it.</summary>
    /// <param name="date">The document's date.</param>
    /// <returns>YYYY-YY: 31/03/2025 gives 2024-25, 01/04/2025 gives 2025-26, 2099 gives 2099-00.</returns>
    public static string Of(IndiaDate date)
    {
        DateTime day = date.ToDateTime();
        int start = day.Month >= 4 ? day.Year : day.Year - 1;
        return string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}", start, (start + 1) % 100);
    }
}
