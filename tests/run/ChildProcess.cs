using System.Diagnostics;
using System.Text;

namespace OctaEInvoice.TestRun;

/// <summary>Runs a process to its end, within a time.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it and gathers what it prints on both streams, in the order of its coming.</summary>
    /// <returns>The exit code and what was printed; -1 when it was stopped for taking too long.</returns>
    internal static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start, TimeSpan limit)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var tooLong = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(tooLong.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{output}Stopped after {limit.TotalMinutes:0} minutes.");
        }
        return (process.ExitCode, output.ToString());
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
    }
}
