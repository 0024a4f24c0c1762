using System.Text.Json;
using System.Text.Json.Serialization;

namespace OctaEInvoice.Bench.Running;

/// <summary>What one measured process says of itself, as one line of JSON.</summary>
internal sealed record Measured(
    [property: JsonPropertyName("documents")] int Documents,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("firstMs")] double FirstMilliseconds = 0,
    [property: JsonPropertyName("peakBytes")] long PeakBytes = 0,
    [property: JsonPropertyName("allocated")] long AllocatedBytes = 0,
    [property: JsonPropertyName("processor")] double ProcessorSeconds = 0)
{
    internal double PerSecond => Documents / Seconds;

    internal static Measured Read(string line) => JsonSerializer.Deserialize<Measured>(line)!;

    internal string Write() => JsonSerializer.Serialize(this);
}
