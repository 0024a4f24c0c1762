using System.Management.Automation;

namespace OctaEInvoice.Commands.Loading;

/// <summary>Runs when the module is imported: prepares loading of the private assemblies, and loads none of them.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <summary>Called by PowerShell at each import, also at -Force.</summary>
    public void OnImport()
    {
        PrivateAssemblies.Prepare();
        // A type literal such as [OctaEInvoice.IrnResult] is unknown until its assembly is loaded.
        GC.KeepAlive(typeof(IrnResult));
    }
}
