using System.Globalization;
using OctaEInvoice.Bench.Running;
using OctaEInvoice.Shell;

namespace OctaEInvoice.Bench.Wire;

/// <summary>The measured process of the cases that run in PowerShell (Shell.ps1).</summary>
internal static class ShellClient
{
    /// <param name="shell">The PowerShell that runs it.</param>
    /// <param name="script">Case of Shell.ps1.</param>
    /// <param name="baseUri">The server measured against.</param>
    /// <param name="width">Requests at once.</param>
    /// <param name="csvPath">The documents.</param>
    /// <param name="folder">For a journal.</param>
    /// <param name="more">Further arguments of Shell.ps1.</param>
    internal static Measured Run(PowerShellEngine shell, string script, Uri baseUri, int width, string csvPath, string folder, params string[] more) => Measured.Read(Child.Run(
        shell.FileName,
        [
            .. shell.LeadingArguments, "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Wire", "Shell.ps1"),
            "-Case", script, "-BaseUri", baseUri.AbsoluteUri, "-Width", width.ToString(CultureInfo.InvariantCulture),
            "-CsvPath", csvPath, "-JournalPath", Path.Combine(folder, Guid.NewGuid().ToString("N")), "-Module", Clone.Manifest, .. more,
        ]));
}
