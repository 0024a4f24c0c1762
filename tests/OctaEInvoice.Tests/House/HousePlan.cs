namespace OctaEInvoice.Tests.House;

/// <summary>The rooms of each project, lowest first: a room knows only those before it.</summary>
internal static class HousePlan
{
    internal static readonly Project[] Projects =
    [
        new("src/OctaEInvoice.Model", "OctaEInvoice", []),
        new(
            "src/OctaEInvoice.Engine",
            "OctaEInvoice.Engine",
            ["Foundation", "Errors", "Keys", "Schema", "Documents", "Rules", "Input", "Client", "SignedData", "Journal", "Running", "Operations", "Profiles", "Output"]),
        new(
            "src/OctaEInvoice.Sandbox",
            "OctaEInvoice.Sandbox",
            ["Http", "Signing", "Images", "Wire", "Faults", "Portal", "State", "Print", "Handlers", ""]),
        new(
            "src/OctaEInvoice",
            "OctaEInvoice.Commands",
            ["Loading", "Errors", "Connections", "Input", "Pipeline", "Commands"]),
    ];
}

/// <summary>A project, in the order of the house: it knows only those before it.</summary>
/// <param name="Folder">Its folder from the repository's root.</param>
/// <param name="Namespace">Namespace of its root.</param>
/// <param name="Rooms">Its rooms, lowest first; empty for a project without an order of its own, "" for files in its root.</param>
internal sealed record Project(string Folder, string Namespace, string[] Rooms)
{
    internal string Name => Path.GetFileName(Folder);
}
