using System.Globalization;
using System.Runtime.InteropServices;

namespace OctaEInvoice.Bench.Running;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    internal static string Description
    {
        get
        {
            string memory = (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024 / 1024).ToString("0", CultureInfo.InvariantCulture);
            return $"{Environment.ProcessorCount} processors ({Processor()}), {memory} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
        }
    }

    private static string Processor()
    {
        const string Description = "/proc/cpuinfo";
        string? name = File.Exists(Description) ? File.ReadLines(Description).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return name is null ? RuntimeInformation.ProcessArchitecture.ToString() : name[(name.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
