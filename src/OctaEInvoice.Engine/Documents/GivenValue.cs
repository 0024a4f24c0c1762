using System.Globalization;

namespace OctaEInvoice.Engine.Documents;

/// <summary>One value as a user gave it: text of a CSV cell, a typed cell of a spreadsheet or database, a JSON value.</summary>
internal readonly struct GivenValue
{
    // A database's 5.00 is 5: no code or number of a document ends in decimals that say nothing.
    private const string PlainNumber = "0.############################";

    // A spreadsheet keeps 15 digits of a number; the rest are zeros that stand for digits lost.
    private const double FirstBeyondFifteenDigits = 1e15;

    private GivenValue(string? text, decimal? number, DateTime? date, bool? flag)
    {
        Text = text;
        Number = number;
        Date = date;
        Flag = flag;
    }

    /// <summary>Nothing given.</summary>
    public static GivenValue None => default;

    /// <summary>The text, when it was one; never empty.</summary>
    public string? Text { get; }

    /// <summary>The number, when it was one.</summary>
    public decimal? Number { get; }

    /// <summary>The date, when it was one.</summary>
    public DateTime? Date { get; }

    /// <summary>The truth value, when it was one.</summary>
    public bool? Flag { get; }

    /// <summary>True when nothing was given: null, DBNull, an empty or blank text.</summary>
    public bool IsNone => Text is null && Number is null && Date is null && Flag is null;

    /// <summary>A text; blank counts as nothing.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value, trimmed.</returns>
    public static GivenValue FromText(string? text)
    {
        if (text is null)
            return default;
        string trimmed = text.Trim();
        return trimmed.Length == 0 ? default : new GivenValue(trimmed, null, null, null);
    }

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The value.</returns>
    public static GivenValue FromNumber(decimal number) => new(null, number, null, null);

    /// <summary>A truth value.</summary>
    /// <param name="flag">The value.</param>
    /// <returns>The value.</returns>
    public static GivenValue FromFlag(bool flag) => new(null, null, null, flag);

    /// <summary>A cell as Import-Csv, ImportExcel or a database gives it.</summary>
    /// <param name="cell">Text, number, DateTime, Boolean, DBNull or null; anything else counts as its invariant text.</param>
    /// <returns>The value.</returns>
    public static GivenValue From(object? cell) => cell switch
    {
        null or DBNull => default,
        string text => FromText(text),
        DateTime { Kind: DateTimeKind.Utc } instant => FromInstant(new DateTimeOffset(instant)),
        DateTime date => new GivenValue(null, null, date, null),
        DateTimeOffset instant => FromInstant(instant),
#if !NETFRAMEWORK
        DateOnly date => new GivenValue(null, null, date.ToDateTime(TimeOnly.MinValue), null),
#endif
        IndiaDate date => new GivenValue(null, null, date.ToDateTime(), null),
        bool flag => FromFlag(flag),
        decimal number => FromNumber(number),
        double number => FromDouble(number),
        float number => FromDouble(double.Parse(Shortest(number), CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long or ulong => FromNumber(Convert.ToDecimal(cell, CultureInfo.InvariantCulture)),
        IFormattable other => FromText(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => FromText(cell.ToString()),
    };

    /// <summary>This value with the day that it means when it is one counted from today; it keeps its text.</summary>
    /// <param name="today">Today in India; null where such days are refused.</param>
    /// <returns>The value.</returns>
    internal GivenValue CountedFrom(IndiaDate? today) =>
        today is IndiaDate first && CountedDay.TryRead(Text, first, out IndiaDate day) ? new GivenValue(Text, null, day.ToDateTime(), null) : this;

    /// <summary>The value in words, for messages.</summary>
    /// <returns>The text, or the invariant form of a typed value.</returns>
    public override string ToString()
    {
        if (Text is not null)
            return Text;
        if (Number is decimal number)
            return number.ToString(PlainNumber, CultureInfo.InvariantCulture);
        if (Date is DateTime date)
            return date.TimeOfDay == TimeSpan.Zero
                ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return Flag switch { true => "true", false => "false", null => "" };
    }

    private static GivenValue FromInstant(DateTimeOffset instant) => new(null, null, instant.ToOffset(IndiaTime.Offset).DateTime, null);

#if NETFRAMEWORK
    // Its "R" gives nine digits where eight would do, and "G8" rounds a half up, where .NET takes the even digit.
    private static string Shortest(float number)
    {
        for (int digits = 7; digits < 9; digits++)
        {
            string text = Rounded(number, digits);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float read) && read.Equals(number))
                return text;
        }
        return number.ToString("G9", CultureInfo.InvariantCulture);
    }

    private static string Rounded(float number, int digits)
    {
        double size = Math.Abs((double)number);
        if (size is not (> 1e-9 and < FirstBeyondFifteenDigits))
            return number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int decimals = digits - 1 - (int)Math.Floor(Math.Log10(size));
        decimal unit = 1;
        for (int i = decimals; i < 0; i++)
            unit *= 10;
        return (Math.Round((decimal)(double)number / unit, Math.Max(decimals, 0)) * unit).ToString(CultureInfo.InvariantCulture);
    }
#else
    private static string Shortest(float number) => number.ToString("R", CultureInfo.InvariantCulture);
#endif

    private static GivenValue FromDouble(double number)
    {
        // A spreadsheet's 100.345 is the double nearest to it; decimal's conversion keeps 15 digits and gives 100.345 back.
        if (!double.IsNaN(number) && Math.Abs(number) < FirstBeyondFifteenDigits)
            return FromNumber((decimal)number);
        return FromText(number.ToString("0.##############E+0", CultureInfo.InvariantCulture));
    }
}
