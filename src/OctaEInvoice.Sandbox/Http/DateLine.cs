using System.Globalization;
using System.Text;

namespace OctaEInvoice.Sandbox.Http;

/// <summary>The Date header of one second, made once for all answers in it.</summary>
internal sealed class DateLine(DateTime utc)
{
    /// <summary>Whole seconds since year 1.</summary>
    internal long Second { get; } = utc.Ticks / TimeSpan.TicksPerSecond;

    /// <summary>The header line with its line break.</summary>
    internal byte[] Bytes { get; } = Encoding.ASCII.GetBytes($"Date: {utc.ToString("r", CultureInfo.InvariantCulture)}\r\n");
}
