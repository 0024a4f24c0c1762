// dotnet run --project examples/PowerShell                        a PowerShell prompt with the module loaded
// dotnet run --project examples/PowerShell -- script [arguments]  runs a script in it, examples/Demo.ps1 for instance
using System.Diagnostics;
using OctaEInvoice.Shell;

string manifest = Path.Combine(PowerShellEngine.RepositoryFolder, "OctaEInvoice.psd1").Replace("'", "''", StringComparison.Ordinal);
string[] arguments = args.Length > 0
    ? ["-NoProfile", "-NoLogo", "-File", .. args]
    : ["-NoLogo", "-NoExit", "-Command", $"Import-Module '{manifest}'; 'The module OctaEInvoice is loaded. Connect-Octa -Sandbox needs no account; Get-Help about_OctaEInvoice says the rest.'"];

// Ctrl+C is PowerShell's: it ends a pipeline there, and not this program.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
using Process shell = Process.Start(PowerShellEngine.Find().Command(arguments))!;
shell.WaitForExit();
return shell.ExitCode;
