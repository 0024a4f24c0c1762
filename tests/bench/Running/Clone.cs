namespace OctaEInvoice.Bench.Running;

/// <summary>The clone and its module.</summary>
internal static class Clone
{
    /// <summary>The manifest that the environment variable OCTA_MODULE names, otherwise this clone's.</summary>
    internal static string Manifest => Environment.GetEnvironmentVariable("OCTA_MODULE") ?? Path.Combine(Root, "OctaEInvoice.psd1");

    /// <summary>The clone's folder.</summary>
    internal static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OctaEInvoice.psd1")))
                return folder.FullName;
        throw new DirectoryNotFoundException("Run this from a clone.");
    }
}
