// Prints the house: rooms with their files, who knows whom, and every arrow that leads up. With --mermaid the drawing of docs/architecture.md.
using OctaEInvoice.Tests.House;

string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "OctaEInvoice.slnx")))
    root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("OctaEInvoice.slnx is in no folder above.");
var graph = RoomGraph.Read(root);
Arrow[] offenders = [.. graph.Offenders()];
if (args.Contains("--mermaid"))
{
    Console.WriteLine("flowchart BT");
    foreach (Project project in HousePlan.Projects.Where(project => project.Rooms.Length > 0))
        foreach (var (from, to) in Pairs(project))
            Console.WriteLine($"    {from} --> {to}");
    return 0;
}
foreach (Project project in HousePlan.Projects)
{
    Console.WriteLine($"{project.Name}: {graph.Files.Count(file => file.Project == project)} files");
    foreach (string room in project.Rooms)
    {
        string[] known = [.. Pairs(project).Where(pair => pair.From == Name(room)).Select(pair => pair.To)];
        Console.WriteLine($"  {Name(room),-12} {graph.Files.Count(file => file.Project == project && file.Place.Room == room),3} files  knows {(known.Length == 0 ? "nobody" : string.Join(", ", known))}");
    }
}
foreach (Arrow arrow in offenders)
    Console.WriteLine(arrow);
Console.WriteLine(offenders.Length == 0 ? "No arrow leads up: there is no cycle." : $"{offenders.Length} arrows lead up.");
return offenders.Length == 0 ? 0 : 1;

IEnumerable<(string From, string To)> Pairs(Project project) => graph.Arrows
    .Where(arrow => arrow.From.Project == project && arrow.To.Project == project)
    .Select(arrow => (From: arrow.From.Room, To: arrow.To.Room)).Distinct()
    .OrderBy(pair => Array.IndexOf(project.Rooms, pair.From)).ThenBy(pair => Array.IndexOf(project.Rooms, pair.To))
    .Select(pair => (Name(pair.From), Name(pair.To)));

static string Name(string room) => room.Length == 0 ? "(root)" : room;
