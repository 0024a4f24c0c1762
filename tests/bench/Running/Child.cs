using System.Diagnostics;

namespace OctaEInvoice.Bench.Running;

/// <summary>A process of the benchmark's own: this program in another part, PowerShell, Node.</summary>
internal static class Child
{
    internal static string Self => Environment.ProcessPath!;

    /// <summary>Finds a program on the PATH.</summary>
    /// <param name="name">Its name, without .exe.</param>
    /// <returns>Its path; null when it is not there.</returns>
    internal static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>The last line that it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what it wrote to standard error.</exception>
    internal static string Run(string program, params IEnumerable<string> arguments) => RunAll(program, arguments).Split('\n')[^1];

    /// <summary>Runs a program to its end.</summary>
    /// <returns>All that it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what it wrote to standard error.</exception>
    internal static string RunAll(string program, params IEnumerable<string> arguments)
    {
        using Process process = Start(program, arguments);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(program)} ended with exit code {process.ExitCode}: {errors.Result}{output}");
        return output.TrimEnd();
    }

    internal static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["NO_COLOR"] = "1";
        return Process.Start(start)!;
    }
}
