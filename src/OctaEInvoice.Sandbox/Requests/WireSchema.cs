using System.Text.Json;
using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Sandbox.Requests;

/// <summary>The exact names of a document on the wire.</summary>
/// <remarks>Only the table fields.json is shared with the Engine; its reader isn't, so that a wrong name of the Engine's is found here.</remarks>
internal static class WireSchema
{
    private const string ListMark = "[]";

    // The table says of values only whether they are required, and only within their object.
    private static readonly string[] RequiredObjects = ["TranDtls", "DocDtls", "SellerDtls", "BuyerDtls", "ItemList", "ValDtls"];

    /// <summary>The document. Irn is no part of it: the portal computes it.</summary>
    internal static WireNode Invoice { get; } = Build();

    private static WireNode Build()
    {
        WireNode root = new("");
        using Stream stream = typeof(FieldTable).Assembly.GetManifestResourceStream("fields.json")!;
        using JsonDocument table = JsonDocument.Parse(stream);
        foreach (JsonElement entry in table.RootElement.GetProperty("fields").EnumerateArray())
        {
            WireField field = new(entry);
            if (field.Path != "Irn")
                Place(root, field);
        }
        foreach (string name in RequiredObjects)
            root.Find(name)!.IsRequired = true;
        return root;
    }

    private static void Place(WireNode root, WireField field)
    {
        WireNode node = root;
        foreach (string part in field.Path.Split('.'))
        {
            bool isList = part.EndsWith(ListMark, StringComparison.Ordinal);
            node = node.GetOrAdd(isList ? part.Substring(0, part.Length - ListMark.Length) : part);
            node.IsList = isList;
        }
        node.Field = field;
    }
}
