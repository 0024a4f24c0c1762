using System.Security.AccessControl;
using System.Security.Principal;

namespace OctaEInvoice.Engine.Foundation;

/// <summary>Windows: takes away the rights that a new file inherited, and gives them to its owner alone.</summary>
#if !NETFRAMEWORK
[System.Runtime.Versioning.SupportedOSPlatform("windows")]
#endif
internal static class FileOwner
{
    internal static void KeepForOwner(string path)
    {
        using WindowsIdentity account = WindowsIdentity.GetCurrent();
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(account.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        new FileInfo(path).SetAccessControl(security);
    }
}
