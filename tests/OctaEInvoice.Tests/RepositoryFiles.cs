namespace OctaEInvoice.Tests;

/// <summary>Finds files of the working tree from the folder that the tests were built into.</summary>
internal static class RepositoryFiles
{
    internal static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    internal static string TestData(string name) => Path.Combine(AppContext.BaseDirectory, "TestData", name);

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OctaEInvoice.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has OctaEInvoice.slnx.");
    }
}
