using System.Globalization;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>Reads a given value as the number of its field, or says why that can't be done.</summary>
internal static class NumberReader
{
    /// <summary>Reads a decimal number; zeros beyond the field's decimals are cut.</summary>
    /// <returns>The number; null when nothing was given or an issue was added.</returns>
    internal static decimal? Read(GivenValue value, FieldFacts facts, Place place, IssueList issues)
    {
        if (value.IsNone)
            return null;
        decimal number;
        if (value.Number is decimal typed)
            number = typed;
        else if (value.Text is not string text)
            return Refuse(value, facts, place, issues, "It is not a number.");
        else if (!NumberText.TryRead(facts.Kind == FieldKind.Rate ? WithoutPercent(text) : text, out number, out string? reason))
            return Refuse(value, facts, place, issues, reason!);
        decimal cut = Math.Round(number, facts.Decimals);
        if (cut == number)
            return Scale(number) > facts.Decimals ? cut : number;
        return Refuse(value, facts, place, issues, $"It has more than {facts.Decimals} decimals.");
    }

    /// <summary>Reads a whole number.</summary>
    /// <returns>The number; null when nothing was given or an issue was added.</returns>
    internal static int? ReadInteger(GivenValue value, FieldFacts facts, Place place, IssueList issues)
    {
        GivenValue plain = facts.Kind == FieldKind.Pin && value.Text is string pin ? GivenValue.FromText(pin.Replace(" ", "")) : value;
        decimal? number = Read(plain, facts, place, issues);
        if (number is null)
            return null;
        if (number >= facts.Min && number <= facts.Max)
            return (int)number.Value;
        issues.Add(facts, place, "It is outside the allowed range.", value.ToString(), facts.Constraint(), Remedy(facts));
        return null;
    }

    private static string WithoutPercent(string text) => text.EndsWith("%", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1).TrimEnd() : text;

    private static string Remedy(FieldFacts facts) => facts.Kind == FieldKind.Pin
        ? "Give the six digits of the PIN code."
        : string.Format(CultureInfo.InvariantCulture, "Give a number from {0} to {1}.", facts.Min, facts.Max);

    private static int Scale(decimal number) => (decimal.GetBits(number)[3] >> 16) & 0xFF;

    private static decimal? Refuse(GivenValue value, FieldFacts facts, Place place, IssueList issues, string message)
    {
        issues.Add(facts, place, message, value.ToString(), facts.Constraint(), $"Correct the value of {facts.Column}.");
        return null;
    }
}
