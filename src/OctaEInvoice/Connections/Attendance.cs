using System.Management.Automation.Host;

namespace OctaEInvoice.Commands.Connections;

/// <summary>Says whether somebody sits at the console who could answer a question.</summary>
internal static class Attendance
{
    /// <summary>
    /// True when a question on the console would wait for ever or end PowerShell itself: input that is no terminal,
    /// a session without a desktop, or -NonInteractive. What other hosts do with a question is theirs.
    /// </summary>
    internal static bool NobodyCanAnswer(PSHost host) =>
        host.Name == "ConsoleHost" && (Console.IsInputRedirected || !Environment.UserInteractive || IsNonInteractive());

    // PowerShell takes any beginning of the word that is long enough.
    private static bool IsNonInteractive() => Environment.GetCommandLineArgs().Any(argument =>
        argument.Length >= 5 && argument[0] is ('-' or '/') && "noninteractive".StartsWith(argument.TrimStart('-', '/'), StringComparison.OrdinalIgnoreCase));
}
