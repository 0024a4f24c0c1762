namespace OctaEInvoice.Tests.Transcripts;

/// <summary>Values that accounts, spreadsheets and databases write in place of the right one, or the right one in an unusual form.</summary>
internal static class StrangeValues
{
    internal static readonly string[] Texts =
    [
        "", " ", "0", "-0", "00", "1", "-1", "+5", "7", "18%", "18 %", "0.18", ".5", "5.", "12908.50", "12,908.50", "1,23,456.00", "123,456.00", "12.908,50", "1 234", "1'234",
        "0.001", "0.0005", "1.10000", "99999999999999.99", "100000000000000", "79228162514264337593543950336", "1E5", "1.5E+14", "1e-7", "NaN", "Infinity", "\u221E", "₹100", "Rs. 5/-",
        "१२३", "１２３", "٣", "(100)", "100-", "0x1F", "true", "YES", "n", "No", "Y", "inv", "Credit Note", "B2B", "b2b", "expwp", "27", "27-Maharashtra", "9", "96", "URP", "urp",
        "27aadcv4821m1z0", "27AADCV4821M1Z1", "29AAHCK7310R1ZV", "560058", "560 058", "012345", "NOS-NUMBERS", "nos", "IN", "in", "USD", "Road", "1-Nov", "Nov-26", "NOV-26",
        "15/11/2026", "5/11/2026", "15-11-2026", "15-Nov-2026", "15-NOV-26", "2026-11-15", "11/15/2026", "31/04/2026", "29/02/2028", "15.11.2026", "20261115", "45976", "2026-11-15T10:00:00",
        "15/11/2026 10:00", "01/01/2060", "31/12/1979", "kv\u00E9 \u092E\u0941\u0902\u092C\u0908 \uD83D\uDE9A", "a\r\nb\tc", "\"quoted\"", "back\\slash", "<b>&amp;</b>", "lost \uFFFD letter", "\uD800",
        "i\u0130\u0131\u00DF", "\u00A0x\u00A0", "e\u0301", "\u200Bx", "KA 01 AB 1234", "ka-01-1234", "+91 98250 12345", "a@b", "a@b.example", "AB/26-27/0001", "/1", "0001", new string('x', 350),
    ];

    internal static readonly object?[] OfJson =
    [
        .. Texts.Where(text => text != "\uD800"), null, 0, 1, -1, 27, 560058, int.MaxValue, 0.1m, 1.005m, -0.01m, 18.0m, 12908.50m, 1234567890.1234567m, 99999999999999999999m, true, false,
    ];

    internal static readonly object?[] OfCells =
    [
        .. Texts, null, DBNull.Value, 0, -7, 560058L, 18m, 18.000m, 12908.5m, 0.1, 0.1 + 0.2, 100.345, 1e15, 1.7976931348623157E308, 5E-324, 123456789012345.6, 0.1f, 33.333332f, 1e20f, double.NaN,
        double.PositiveInfinity, true, false, (byte)5, ulong.MaxValue, 'x', new DateTime(2026, 11, 15), new DateTime(2026, 11, 15, 23, 59, 59), new DateTime(2026, 11, 14, 18, 30, 0, DateTimeKind.Utc),
        new DateTimeOffset(2026, 11, 15, 1, 0, 0, TimeSpan.FromHours(9)), TimeSpan.FromHours(1.5), new IndiaDate(2026, 11, 15), Guid.Empty, DayOfWeek.Monday, new Version(1, 2), new[] { 1, 2 },
    ];
}
