using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>Reads a given value as a day, or says why that can't be done.</summary>
internal static class DateReader
{
    /// <summary>Reads a day in one of the fixed formats.</summary>
    /// <returns>The day; null when nothing was given or an issue was added.</returns>
    internal static IndiaDate? Read(GivenValue value, FieldFacts facts, Place place, IssueList issues)
    {
        if (value.IsNone)
            return null;
        if (value.Date is DateTime typed)
        {
            if (value.Text is string counted)
                issues.RememberCounted(facts, counted);
            return new IndiaDate(typed);
        }
        if (IndiaDate.TryParse(value.Text, out IndiaDate date))
            return date;
        if (CountedDay.IsOne(value.Text))
        {
            CountedDay.Refuse(facts, place, value.Text!, issues);
            return null;
        }
        issues.Add(
            facts,
            place,
            value.Number is null ? "It is not a date." : "It is a number and not a date.",
            value.ToString(),
            facts.Constraint(),
            "Write the day as dd/MM/yyyy, dd-MM-yyyy, dd-MMM-yyyy or yyyy-MM-dd, for example 31/12/2026; format the column as text or as such a date in a spreadsheet.");
        return null;
    }
}
