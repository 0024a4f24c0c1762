using System.Globalization;

namespace OctaEInvoice;

/// <summary>A moment as the portal states it, India time (+05:30). Prints, exports and serialises as yyyy-MM-ddTHH:mm:ss+05:30 in every culture.</summary>
/// <remarks>Compares with a DateTime (of local or UTC kind) and with a DateTimeOffset, and converts from and to both.</remarks>
public readonly struct IndiaTime : IEquatable<IndiaTime>, IComparable<IndiaTime>, IComparable, IFormattable
{
    /// <summary>India's offset from UTC: five and a half hours, without daylight saving time.</summary>
    public static readonly TimeSpan Offset = new(5, 30, 0);

    private const string IsoFormat = "yyyy-MM-dd'T'HH:mm:sszzz";

    private readonly long utcTicks;

    /// <summary>The same moment in India's time.</summary>
    /// <param name="value">A moment with its offset.</param>
    public IndiaTime(DateTimeOffset value) => utcTicks = value.UtcTicks;

    /// <summary>The same moment in India's time.</summary>
    /// <param name="value">A DateTime; one of unspecified kind is taken as this machine's local time, as PowerShell does.</param>
    public IndiaTime(DateTime value) => utcTicks = value.ToUniversalTime().Ticks;

    /// <summary>The moment as yyyy-MM-ddTHH:mm:ss+05:30. The only property, so that ConvertTo-Json shows the moment and nothing else.</summary>
    public string Iso => ToString();

    /// <summary>The calendar day in India at this moment.</summary>
    /// <returns>The day.</returns>
    public IndiaDate ToIndiaDate() => new(ToDateTimeOffset().DateTime);

    /// <summary>The moment with India's offset.</summary>
    /// <returns>A DateTimeOffset of +05:30.</returns>
    public DateTimeOffset ToDateTimeOffset() => new DateTimeOffset(utcTicks, TimeSpan.Zero).ToOffset(Offset);

    /// <summary>Reads dd/MM/yyyy HH:mm:ss or yyyy-MM-dd HH:mm:ss as India's time (nic-rules 3.2), or ISO 8601 with an offset.</summary>
    /// <param name="text">The text; blanks around it are ignored.</param>
    /// <param name="time">The moment read.</param>
    /// <returns>False when the text has another form.</returns>
    public static bool TryParse(string? text, out IndiaTime time)
    {
        time = default;
        if (text is null)
            return false;
        string trimmed = text.Trim();
        if (DateTime.TryParseExact(trimmed, IndiaFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime clock))
        {
            time = new IndiaTime(new DateTimeOffset(clock, Offset));
            return true;
        }
        if (!DateTimeOffset.TryParseExact(trimmed, OffsetFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
            return false;
        time = new IndiaTime(moment);
        return true;
    }

    /// <summary>The moment as Octa's answers have it.</summary>
    /// <returns>dd/MM/yyyy HH:mm:ss in India's time.</returns>
    public string ToWireString() => ToDateTimeOffset().ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => ToDateTimeOffset().ToString(IsoFormat, CultureInfo.InvariantCulture);

    /// <summary>The moment in a format of DateTimeOffset; without one, ISO whatever the culture.</summary>
    /// <param name="format">A format string of DateTimeOffset, or null.</param>
    /// <param name="formatProvider">Used only together with a format.</param>
    /// <returns>The formatted moment.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) || format == "G" ? ToString() : ToDateTimeOffset().ToString(format, formatProvider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(IndiaTime other) => utcTicks == other.utcTicks;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IndiaTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => utcTicks.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(IndiaTime other) => utcTicks.CompareTo(other.utcTicks);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        IndiaTime other => CompareTo(other),
        DateTimeOffset other => CompareTo(new IndiaTime(other)),
        DateTime other => CompareTo(new IndiaTime(other)),
        string text when TryParse(text, out IndiaTime other) => CompareTo(other),
        _ => throw new ArgumentException("An IndiaTime compares with an IndiaTime, a DateTime, a DateTimeOffset or a text such as 2026-11-22T10:00:00+05:30.", nameof(obj)),
    };

    /// <summary>Same moment.</summary>
    public static bool operator ==(IndiaTime left, IndiaTime right) => left.Equals(right);

    /// <summary>Another moment.</summary>
    public static bool operator !=(IndiaTime left, IndiaTime right) => !left.Equals(right);

    /// <summary>Earlier.</summary>
    public static bool operator <(IndiaTime left, IndiaTime right) => left.utcTicks < right.utcTicks;

    /// <summary>Later.</summary>
    public static bool operator >(IndiaTime left, IndiaTime right) => left.utcTicks > right.utcTicks;

    /// <summary>Not later.</summary>
    public static bool operator <=(IndiaTime left, IndiaTime right) => left.utcTicks <= right.utcTicks;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(IndiaTime left, IndiaTime right) => left.utcTicks >= right.utcTicks;

    /// <summary>The moment with India's offset.</summary>
    public static implicit operator DateTimeOffset(IndiaTime value) => value.ToDateTimeOffset();

    /// <summary>The moment as this machine's local time.</summary>
    public static implicit operator DateTime(IndiaTime value) => value.ToDateTimeOffset().LocalDateTime;

    /// <summary>The same moment in India's time.</summary>
    public static explicit operator IndiaTime(DateTime value) => new(value);

    /// <summary>The same moment in India's time.</summary>
    public static explicit operator IndiaTime(DateTimeOffset value) => new(value);

    private static readonly string[] IndiaFormats =
    [
        "dd/MM/yyyy HH:mm:ss", "dd-MM-yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "dd/MM/yyyy hh:mm:ss tt", "dd/MM/yyyy HH:mm", "yyyy-MM-dd HH:mm",
    ];

    private static readonly string[] OffsetFormats =
    [
        IsoFormat, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];
}
