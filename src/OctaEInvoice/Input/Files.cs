using System.Management.Automation;
using OctaEInvoice.Commands.Errors;

namespace OctaEInvoice.Commands.Input;

/// <summary>Resolves paths that a user gave to files.</summary>
internal static class Files
{
    internal static IEnumerable<string> Resolve(PSCmdlet command, string[] paths, bool withWildcards)
    {
        foreach (string path in paths)
        {
            List<string> files = [];
            try
            {
                if (withWildcards)
                    files.AddRange(command.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _));
                else
                    files.Add(command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
            }
            catch (ItemNotFoundException fault)
            {
                command.WriteError(fault.ToRecord("OctaFileNotFound", ErrorCategory.ObjectNotFound, path, "Check the path."));
            }
            foreach (string file in files)
                yield return file;
        }
    }
}
