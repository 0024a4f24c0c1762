using System.Globalization;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A day counted from today, as the example files have them: D is today in India, D-3 three days before, D+30 thirty days after.</summary>
/// <remarks>
/// For examples only, so that they are right on any day. A plot number in a column that has shifted has the same form:
/// a real gateway never gets such a day, nor a document that was made with one.
/// </remarks>
public static class CountedDay
{
    /// <summary>What is wrong with such a day, in one sentence.</summary>
    public const string Message = "A day counted from today is for examples in the sandbox.";

    /// <summary>What to do about it.</summary>
    public const string Remedy = "Write the date, as dd/MM/yyyy or yyyy-MM-dd; where it is no date at all, the columns have shifted.";

    private const int MaxDigits = 4;

    private static readonly FieldFacts DocumentDate = FieldTable.ByPath("DocDtls.Dt");

    /// <summary>True for a text of this form.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <returns>True for D, D-3 and D+30, in capitals.</returns>
    public static bool IsOne(string? text) => TryCount(text, out _);

    /// <summary>Reads such a day.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="today">Today in India.</param>
    /// <param name="day">The day.</param>
    /// <returns>False when the text has another form.</returns>
    public static bool TryRead(string? text, IndiaDate today, out IndiaDate day)
    {
        bool read = TryCount(text, out int days);
        day = read ? today.AddDays(days) : default;
        return read;
    }

    internal static void Refuse(FieldFacts facts, Place place, string given, IssueList issues) =>
        issues.Add(facts, place, Message, given, facts.Constraint(), Remedy);

    /// <summary>Refuses a document that was made with such days, whatever its dates are by now.</summary>
    internal static void Refuse(OctaInvoice invoice, IssueList issues)
    {
        int? row = invoice.Rows.Count > 0 ? invoice.Rows[0] : null;
        foreach (string counted in invoice.CountedDates)
        {
            int blank = counted.IndexOf(' ');
            FieldFacts facts = (blank < 0 ? null : FieldTable.ByColumn(counted.Substring(0, blank))) ?? DocumentDate;
            Refuse(facts, new Place(row), counted.Substring(blank + 1), issues);
        }
    }

    private static bool TryCount(string? text, out int days)
    {
        days = 0;
        if (text is null || text.Length == 0 || text[0] != 'D' || text.Length > 2 + MaxDigits)
            return false;
        if (text.Length == 1)
            return true;
        if (text[1] is not ('-' or '+') || !int.TryParse(text.Substring(2), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return false;
        days = text[1] == '-' ? -count : count;
        return true;
    }
}
