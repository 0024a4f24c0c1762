using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>The exact names of the requests' bodies on the wire.</summary>
/// <remarks>Only the table fields.json is shared with the Engine; its reader isn't, so that a wrong name of the Engine's is found here.</remarks>
internal static class WireSchema
{
    private const string ListMark = "[]";

    // The table says of values only whether they are required, and only within their object.
    private static readonly string[] RequiredObjects = ["TranDtls", "DocDtls", "SellerDtls", "BuyerDtls", "ItemList", "ValDtls"];

    /// <summary>A document. Irn is no part of it: the portal computes it.</summary>
    internal static WireNode Invoice { get; } = BuildInvoice();

    /// <summary>The body of cancelirn.</summary>
    internal static WireNode CancelIrn { get; } = BuildRequest("cancelirn");

    /// <summary>The body of cancelewb.</summary>
    internal static WireNode CancelEwb { get; } = BuildRequest("cancelewb");

    /// <summary>The body of generateewbbyirn: a document's transport fields, its dispatch address, the IRN and the place of export.</summary>
    internal static WireNode EwbByIrn { get; } = BuildEwbByIrn();

    private static WireNode BuildInvoice()
    {
        using Stream stream = EmbeddedData.Open("fields.json");
        WireNode root = Build(stream, "fields", "Irn");
        foreach (string name in RequiredObjects)
            root.Find(name)!.IsRequired = true;
        return root;
    }

    private static WireNode BuildEwbByIrn()
    {
        WireNode root = BuildRequest("generateewbbyirn").Add(Invoice.Find("DispDtls")!);
        foreach (WireNode field in Invoice.Find("EwbDtls")!.Children)
            root.Add(field);
        return root;
    }

    private static WireNode BuildRequest(string name)
    {
        using Stream stream = typeof(WireSchema).Assembly.GetManifestResourceStream("requests.json")!;
        return Build(stream, name, except: null);
    }

    private static WireNode Build(Stream table, string list, string? except)
    {
        WireNode root = new("");
        using JsonDocument document = JsonDocument.Parse(table);
        foreach (JsonElement entry in document.RootElement.GetProperty(list).EnumerateArray())
        {
            WireField field = new(entry);
            if (field.Path != except)
                Place(root, field);
        }
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
