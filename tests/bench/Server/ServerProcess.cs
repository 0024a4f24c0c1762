using System.Diagnostics;
using System.Globalization;
using OctaEInvoice.Bench.Running;

namespace OctaEInvoice.Bench.Server;

/// <summary>The server in a process of its own, for as long as this object lives.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly HttpClient client = new();

    internal ServerProcess(int delayMilliseconds)
    {
        process = Child.Start(Child.Self, ["serve", delayMilliseconds.ToString(CultureInfo.InvariantCulture)]);
        BaseUri = new Uri(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd()));
    }

    internal Uri BaseUri { get; }

    /// <summary>How many documents it was asked for so far.</summary>
    internal long Documents => long.Parse(client.GetStringAsync(new Uri(BaseUri, "documents")).GetAwaiter().GetResult(), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        client.Dispose();
    }
}
