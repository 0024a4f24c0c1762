using System.Reflection;
#if !NETFRAMEWORK
using System.Runtime.Loader;
#endif

namespace OctaEInvoice.Commands.Loading;

/// <summary>
/// Loads Engine, Sandbox and their libraries from the module's own folder, so that another module's Polly or
/// System.Text.Json of another version never meets ours.
/// </summary>
internal static class PrivateAssemblies
{
    private static readonly string ModuleFolder = Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location)!;
    private static readonly string DependencyFolder = Path.Combine(ModuleFolder, "dependencies");
    private static int isPrepared;

    /// <summary>Adds one handler a process, however often the module is imported.</summary>
    internal static void Prepare()
    {
        if (Interlocked.Exchange(ref isPrepared, 1) == 1)
            return;
#if NETFRAMEWORK
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) => Resolve(request);
#else
        AssemblyLoadContext.Default.Resolving += (_, name) => Resolve(name);
#endif
    }

#if NETFRAMEWORK
    // 5.1 has one context for all: answer, whatever the version asked for, but only our own assemblies' requests.
    private static Assembly? Resolve(ResolveEventArgs request)
    {
        var name = new AssemblyName(request.Name);
        bool isOurs = request.RequestingAssembly is Assembly asking
            ? IsInModule(asking)
            : name.Name!.StartsWith("OctaEInvoice.", StringComparison.Ordinal);
        if (!isOurs)
            return null;
        string file = Path.Combine(DependencyFolder, name.Name + ".dll");
        if (File.Exists(file))
            return Assembly.LoadFrom(file);
        file = Path.Combine(ModuleFolder, name.Name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }

    private static bool IsInModule(Assembly assembly) =>
        !assembly.IsDynamic && assembly.Location.StartsWith(ModuleFolder, StringComparison.OrdinalIgnoreCase);
#else
    private static readonly Lazy<PrivateContext> Context = new(() => new PrivateContext());

    private static Assembly? Resolve(AssemblyName name) => name.Name switch
    {
        "OctaEInvoice.Engine" or "OctaEInvoice.Sandbox" => Context.Value.LoadFromAssemblyName(name),
        "OctaEInvoice.Model" => AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(ModuleFolder, "OctaEInvoice.Model.dll")),
        _ => null,
    };

    private sealed class PrivateContext() : AssemblyLoadContext("OctaEInvoice")
    {
        // What is not in the folder (the Model, PowerShell, the framework) comes from the default context.
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string file = Path.Combine(DependencyFolder, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
#endif
}
