using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace OctaEInvoice.Chaos;

/// <summary>A sandbox in a process of its own, to be asked and to be killed.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly object gate = new();
    private readonly string[] arguments;
    private readonly int port;
    private Process process;

    internal SandboxProcess(string? statePath, int seed, double rate)
    {
        port = FreePort();
        arguments = ["sandbox", "--port", port.ToString(CultureInfo.InvariantCulture), "--state", statePath ?? "", "--seed", seed.ToString(CultureInfo.InvariantCulture), "--rate", rate.ToString(CultureInfo.InvariantCulture)];
        process = Start();
    }

    internal SandboxAddress Address => new(new Uri($"http://127.0.0.1:{port}/"), SandboxHost.Key, SandboxHost.Key);

    /// <summary>Registered documents: number, IRN and status.</summary>
    internal IReadOnlyList<(string Number, string Irn, string Status)> Documents() =>
        [.. Ask("documents").Select(line => line.Split('\t')).Select(fields => (fields[0], fields[1], fields[2]))];

    /// <summary>Requests, faults, outages and kinds of faults.</summary>
    internal long[] Faults() => [.. Ask("faults").Single().Split('\t').Select(field => long.Parse(field, CultureInfo.InvariantCulture))];

    /// <summary>SIGKILL, a short absence, and a new process on the same port and state file.</summary>
    internal void KillAndRestart(TimeSpan absence)
    {
        lock (gate)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
            Thread.Sleep(absence);
            process = Start();
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000))
            process.Kill();
        process.Dispose();
    }

    private Process Start()
    {
        Process started = Child.Start(arguments);
        string? line = started.StandardOutput.ReadLine();
        return line is null ? throw new InvalidOperationException("The sandbox did not start.") : started;
    }

    private List<string> Ask(string command)
    {
        lock (gate)
        {
            process.StandardInput.WriteLine(command);
            process.StandardInput.Flush();
            var lines = new List<string>();
            while (process.StandardOutput.ReadLine() is string line && line != "end")
                lines.Add(line);
            return lines;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
