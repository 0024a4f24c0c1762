using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace OctaEInvoice.Tests.Oracle;

/// <summary>NIC's JSON schema as ajv reads it, in a process of node; see tests/oracle.</summary>
internal static class SchemaOracle
{
    private const string InstallVariable = "OCTA_ORACLE";

    private static readonly string Folder = RepositoryFiles.PathOf("tests", "oracle");

    /// <summary>Why it can't be asked; null when it can.</summary>
    internal static string? WhyNot()
    {
        try
        {
            Run("node", "--version", "");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "node is not installed";
        }
        if (Directory.Exists(Path.Combine(Folder, "node_modules")))
            return null;
        if (Environment.GetEnvironmentVariable(InstallVariable) != "1")
            return $"tests/oracle/node_modules is not there; run npm ci in tests/oracle, or set {InstallVariable}=1";
        if (OperatingSystem.IsWindows())
            Run("cmd", "/c npm ci --no-audit --no-fund", "");
        else
            Run("npm", "ci --no-audit --no-fund", "");
        return null;
    }

    /// <summary>For each document the paths that fail.</summary>
    internal static List<string[]> FailingPaths(IEnumerable<string> documents)
    {
        string answers = Run("node", "check.js", string.Join("\n", documents));
        return [.. answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!)];
    }

    private static string Run(string program, string arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        byte[] bytes = Encoding.UTF8.GetBytes(input);
        process.StandardInput.BaseStream.Write(bytes, 0, bytes.Length);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Result;
    }
}
