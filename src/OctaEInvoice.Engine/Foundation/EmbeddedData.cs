namespace OctaEInvoice.Engine.Foundation;

/// <summary>The tables of facts that are embedded in this assembly under their file names.</summary>
internal static class EmbeddedData
{
    /// <summary>Opens a table.</summary>
    /// <param name="name">File name, such as states.json.</param>
    /// <returns>The file's bytes, UTF-8.</returns>
    /// <exception cref="FileNotFoundException">The build left the file out.</exception>
    internal static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
        ?? throw new FileNotFoundException($"{name} is not embedded in {typeof(EmbeddedData).Assembly.GetName().Name}.", name);

    /// <summary>Reads a table whole.</summary>
    /// <param name="name">File name, such as states.json.</param>
    /// <returns>The file's bytes, UTF-8.</returns>
    internal static byte[] ReadAll(string name)
    {
        using Stream stream = Open(name);
        using var copy = new MemoryStream((int)stream.Length);
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
