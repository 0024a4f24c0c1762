using System.Diagnostics;

namespace OctaEInvoice.Tests.Cmdlets;

/// <summary>Runs every Pester file in the real PowerShell, one case a file; skipped with the reason where there is none.</summary>
public class PesterTests
{
    private static readonly Lazy<string?> WhyNot = new(FindReasonToSkip);

    public static TheoryData<string> Files
    {
        get
        {
            var files = new TheoryData<string>();
            foreach (string file in Directory.GetFiles(RepositoryFiles.PathOf("tests/pester"), "*.Tests.ps1").Order(StringComparer.Ordinal))
                files.Add(Path.GetFileName(file));
            return files;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Pester_file_passes(string file)
    {
        Skip.If(WhyNot.Value is not null, WhyNot.Value);
        string path = RepositoryFiles.PathOf(Path.Combine("tests/pester", file));
        string script = $"$c = New-PesterConfiguration; $c.Run.Path = '{path}'; $c.Run.PassThru = $true; $c.Output.Verbosity = 'Detailed'; $c.Output.RenderMode = 'Plaintext'; $r = Invoke-Pester -Configuration $c; if ($r.TotalCount -eq 0) {{ exit 99 }}; exit $r.FailedCount + $r.FailedBlocksCount + $r.FailedContainersCount";
        (int exitCode, string output) = Run(script, TimeSpan.FromMinutes(8));
        Assert.True(exitCode == 0, $"{file} ended with {exitCode}.\n{output}");
    }

    private static string? FindReasonToSkip()
    {
        try
        {
            (int exitCode, string output) = Run("if (Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -eq 5 }) { exit 0 } else { exit 3 }", TimeSpan.FromMinutes(2));
            return exitCode switch
            {
                0 => null,
                3 => "PowerShell is here, but Pester 5 is not: Install-Module Pester -MinimumVersion 5.5 -MaximumVersion 5.99",
                _ => "PowerShell did not start: " + output,
            };
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "No pwsh on the PATH: the cmdlets' Pester files were not run.";
        }
    }

    private static (int ExitCode, string Output) Run(string script, TimeSpan limit)
    {
        string home = Directory.CreateTempSubdirectory("octa-pester-").FullName;
        var start = new ProcessStartInfo("pwsh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = RepositoryFiles.PathOf("."),
        };
        foreach (string argument in new[] { "-NoProfile", "-NonInteractive", "-Command", script })
            start.ArgumentList.Add(argument);
        // Vaults and profiles of the tests belong to no user.
        start.Environment["HOME"] = home;
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(home, ".config");
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("OCTA_KEY_ID");
        start.Environment.Remove("OCTA_KEY_SECRET");
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "Stopped after " + limit);
        }
        string text = output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
        Directory.Delete(home, recursive: true);
        return (process.ExitCode, text);
    }
}
