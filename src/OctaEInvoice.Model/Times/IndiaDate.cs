using System.Globalization;

namespace OctaEInvoice;

/// <summary>A calendar day in India, as documents carry it. Prints, exports and serialises as yyyy-MM-dd in every culture.</summary>
/// <remarks>
/// A DateTime would export in the account's culture (5/4/2026) and come back as another day.
/// Compares with a DateTime and converts from and to one.
/// </remarks>
public readonly struct IndiaDate : IEquatable<IndiaDate>, IComparable<IndiaDate>, IComparable, IFormattable
{
    private const string IsoFormat = "yyyy-MM-dd";
    private const string WireFormat = "dd/MM/yyyy";

    private readonly int dayNumber;

    /// <summary>The day that the clock part of <paramref name="value"/> names; no time zone is applied.</summary>
    /// <param name="value">Any date; its time of day is dropped.</param>
    public IndiaDate(DateTime value) => dayNumber = (int)(value.Ticks / TimeSpan.TicksPerDay);

    /// <summary>A day of the Gregorian calendar.</summary>
    /// <param name="year">Year, 1 to 9999.</param>
    /// <param name="month">Month, 1 to 12.</param>
    /// <param name="day">Day of the month.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public IndiaDate(int year, int month, int day)
        : this(new DateTime(year, month, day))
    {
    }

    /// <summary>The day as yyyy-MM-dd. The only property, so that ConvertTo-Json shows the day and nothing else.</summary>
    public string Iso => ToString();

    /// <summary>Midnight of this day, of unspecified kind.</summary>
    /// <returns>The day as a DateTime.</returns>
    public DateTime ToDateTime() => new(dayNumber * TimeSpan.TicksPerDay);

    /// <summary>This day moved by whole days.</summary>
    /// <param name="days">Days to add; negative to go back.</param>
    /// <returns>The other day.</returns>
    public IndiaDate AddDays(int days) => new(ToDateTime().AddDays(days));

    /// <summary>Reads one of the fixed formats dd/MM/yyyy, dd-MM-yyyy, dd-MMM-yyyy, yyyy-MM-dd; a time of day of zero may follow.</summary>
    /// <param name="text">The text; blanks around it are ignored.</param>
    /// <param name="date">The day read.</param>
    /// <returns>False when the text has another form or names no real day.</returns>
    public static bool TryParse(string? text, out IndiaDate date)
    {
        date = default;
        if (text is null)
            return false;
        bool read = DateTime.TryParseExact(text.Trim(), ReadableFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime value)
            && value.TimeOfDay == TimeSpan.Zero;
        if (read)
            date = new IndiaDate(value);
        return read;
    }

    /// <summary>The day as the wire has it.</summary>
    /// <returns>dd/MM/yyyy.</returns>
    public string ToWireString() => ToDateTime().ToString(WireFormat, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => ToDateTime().ToString(IsoFormat, CultureInfo.InvariantCulture);

    /// <summary>The day in a format of DateTime; without one, ISO whatever the culture.</summary>
    /// <param name="format">A format string of DateTime, or null.</param>
    /// <param name="formatProvider">Used only together with a format.</param>
    /// <returns>The formatted day.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) || format == "G" ? ToString() : ToDateTime().ToString(format, formatProvider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(IndiaDate other) => dayNumber == other.dayNumber;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IndiaDate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => dayNumber;

    /// <inheritdoc/>
    public int CompareTo(IndiaDate other) => dayNumber.CompareTo(other.dayNumber);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        IndiaDate other => CompareTo(other),
        DateTime other => ToDateTime().CompareTo(other),
        string text when TryParse(text, out IndiaDate other) => CompareTo(other),
        _ => throw new ArgumentException("An IndiaDate compares with an IndiaDate, a DateTime or a text such as 2026-11-22.", nameof(obj)),
    };

    /// <summary>Same day.</summary>
    public static bool operator ==(IndiaDate left, IndiaDate right) => left.Equals(right);

    /// <summary>Another day.</summary>
    public static bool operator !=(IndiaDate left, IndiaDate right) => !left.Equals(right);

    /// <summary>Earlier.</summary>
    public static bool operator <(IndiaDate left, IndiaDate right) => left.dayNumber < right.dayNumber;

    /// <summary>Later.</summary>
    public static bool operator >(IndiaDate left, IndiaDate right) => left.dayNumber > right.dayNumber;

    /// <summary>Not later.</summary>
    public static bool operator <=(IndiaDate left, IndiaDate right) => left.dayNumber <= right.dayNumber;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(IndiaDate left, IndiaDate right) => left.dayNumber >= right.dayNumber;

    /// <summary>Midnight of the day.</summary>
    public static implicit operator DateTime(IndiaDate value) => value.ToDateTime();

    /// <summary>The day of a DateTime; its time of day is dropped.</summary>
    public static explicit operator IndiaDate(DateTime value) => new(value);

    private static readonly string[] ReadableFormats =
    [
        WireFormat, "d/M/yyyy", "dd-MM-yyyy", "d-M-yyyy", "dd-MMM-yyyy", "d-MMM-yyyy", IsoFormat,
        "dd/MM/yyyy HH:mm:ss", "dd-MM-yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff", "yyyy-MM-dd'T'HH:mm:ss'Z'",
    ];
}
