using System.Diagnostics;

namespace OctaEInvoice.Chaos;

/// <summary>Starts this program once more with other arguments.</summary>
internal static class Child
{
    internal static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
