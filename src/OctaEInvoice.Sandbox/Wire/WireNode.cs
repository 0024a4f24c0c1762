namespace OctaEInvoice.Sandbox.Wire;

/// <summary>One name on the wire: a value, an object, or a list of objects.</summary>
internal sealed class WireNode(string name)
{
    private readonly Dictionary<string, WireNode> children = new(StringComparer.Ordinal);

    internal string Name { get; } = name;

    /// <summary>The value's facts; null for an object or list.</summary>
    internal WireField? Field { get; set; }

    internal bool IsList { get; set; }

    /// <summary>True for an object or list that every document has.</summary>
    internal bool IsRequired { get; set; }

    internal IEnumerable<WireNode> Children => children.Values;

    /// <summary>The child of exactly this name, in this letter case.</summary>
    internal WireNode? Find(string childName) => children.TryGetValue(childName, out WireNode? child) ? child : null;

    internal WireNode GetOrAdd(string childName)
    {
        if (!children.TryGetValue(childName, out WireNode? child))
            children.Add(childName, child = new WireNode(childName));
        return child;
    }

    internal WireNode Add(WireNode child)
    {
        children.Add(child.Name, child);
        return this;
    }
}
