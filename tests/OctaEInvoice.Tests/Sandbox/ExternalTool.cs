using System.Diagnostics;

namespace OctaEInvoice.Tests.Sandbox;

/// <summary>A program of the machine that judges our files independently. Tests that need one are skipped, with the reason, where it isn't installed.</summary>
internal sealed class ExternalTool
{
    private readonly string path;

    private ExternalTool(string path) => this.path = path;

    /// <summary>Finds a program on PATH, or skips the test.</summary>
    public static ExternalTool Require(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
        Skip.If(path is null, $"{name} is not on PATH.");
        return new ExternalTool(path!);
    }

    /// <summary>Runs the program on a file that holds the given bytes, in the place of {file} in the arguments.</summary>
    /// <returns>What it printed.</returns>
    public string RunOn(byte[] content, string extension, params string[] arguments)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        File.WriteAllBytes(file, content);
        try
        {
            return Run([.. arguments.Select(argument => argument == "{file}" ? file : argument)]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs the program.</summary>
    /// <returns>What it printed.</returns>
    public string Run(params string[] arguments)
    {
        ProcessStartInfo start = new(path, string.Join(" ", arguments.Select(argument => $"\"{argument}\""))) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{path} ended with {process.ExitCode}: {errors.Result}");
        return output;
    }
}
