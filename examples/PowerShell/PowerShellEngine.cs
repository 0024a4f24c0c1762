using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace OctaEInvoice.Shell;

/// <summary>
/// The PowerShell that this clone uses: the one that OCTA_PWSH names, else the .NET tool of .config/dotnet-tools.json,
/// restored when it isn't there yet. So nothing but the .NET SDK has to be on the machine.
/// </summary>
/// <param name="FileName">The program: pwsh, powershell.exe, or dotnet, under which the tool runs.</param>
/// <param name="LeadingArguments">What stands before PowerShell's own arguments.</param>
internal sealed record PowerShellEngine(string FileName, IReadOnlyList<string> LeadingArguments)
{
    /// <summary>Names another PowerShell than the tool, Windows PowerShell's powershell.exe for instance.</summary>
    internal const string Variable = "OCTA_PWSH";

    /// <summary>The clone that this program was built in.</summary>
    internal static string RepositoryFolder => Metadata("RepositoryFolder");

    /// <summary>Where NuGet keeps packages: PowerShell and Pester among them.</summary>
    internal static string PackageFolder => Metadata("PackageFolder");

    /// <summary>The .NET host that runs this program.</summary>
    internal static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Finds the engine.</summary>
    /// <exception cref="InvalidOperationException">The tool can't be restored; the message is what dotnet said.</exception>
    internal static PowerShellEngine Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return new PowerShellEngine(named, []);
        string assembly = ToolAssembly();
        if (!File.Exists(assembly))
            RestoreTool();
        return new PowerShellEngine(DotNet, ["exec", assembly]);
    }

    /// <summary>A process of this PowerShell, not yet started. Its standard streams are those of the caller.</summary>
    internal ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(FileName, [.. LeadingArguments, .. arguments]);
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }

    // `dotnet pwsh` would need the manifest's folder as working directory and the real HOME; this runs from everywhere.
    private static string ToolAssembly()
    {
        string manifest = Path.Combine(RepositoryFolder, ".config", "dotnet-tools.json");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        string version = json.RootElement.GetProperty("tools").GetProperty("powershell").GetProperty("version").GetString()!;
        return Path.Combine(PackageFolder, "powershell", version, "tools", "net10.0", "any", OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");
    }

    private static void RestoreTool()
    {
        var start = new ProcessStartInfo(DotNet, ["tool", "restore"]) { WorkingDirectory = RepositoryFolder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet tool restore ended with exit code {process.ExitCode}: {said}{errors.Result}");
    }

    private static string Metadata(string key) =>
        typeof(PowerShellEngine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
