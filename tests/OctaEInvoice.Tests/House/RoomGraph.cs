using System.Text.RegularExpressions;

namespace OctaEInvoice.Tests.House;

/// <summary>Who knows whom, read from the sources: usings, which the build keeps free of unused ones, names with their namespace, and types that need no using.</summary>
internal sealed class RoomGraph
{
    private readonly List<SourceFile> files = [];
    private readonly List<Arrow> arrows = [];

    private RoomGraph(string root)
    {
        foreach (Project project in HousePlan.Projects)
            files.AddRange(SourceFile.Of(root, project));
        Dictionary<string, SourceFile> near = TypesWithoutUsing();
        foreach (SourceFile file in files)
            arrows.AddRange(ArrowsOf(file, near));
    }

    internal IReadOnlyList<SourceFile> Files => files;

    /// <summary>Every arrow from one room or project to another, once for each file and way.</summary>
    internal IReadOnlyList<Arrow> Arrows => arrows;

    internal static RoomGraph Read(string root) => new(root);

    /// <summary>The arrows that lead up: to a later project, or to a later room of the same one.</summary>
    internal IEnumerable<Arrow> Offenders() => arrows.Where(arrow => arrow.From.Project == arrow.To.Project
        ? Array.IndexOf(arrow.From.Project.Rooms, arrow.To.Room) >= Array.IndexOf(arrow.From.Project.Rooms, arrow.From.Room)
        : Array.IndexOf(HousePlan.Projects, arrow.To.Project) > Array.IndexOf(HousePlan.Projects, arrow.From.Project));

    // What stands in a namespace above a file's own is seen without a using: Sandbox's root, the cmdlets, OctaConnection.
    private Dictionary<string, SourceFile> TypesWithoutUsing() => files
        .Where(file => file.Project.Rooms.Length > 0 && (file.Namespace == file.Project.Namespace || file.Namespace == "OctaEInvoice"))
        .SelectMany(file => TypeName.Matches(file.Code).Cast<Match>().Select(match => (Name: match.Groups[1].Value, File: file)))
        .ToDictionary(type => type.Name, type => type.File, StringComparer.Ordinal);

    private static IEnumerable<Arrow> ArrowsOf(SourceFile file, Dictionary<string, SourceFile> near)
    {
        foreach (Match named in NamedRoom.Matches(file.Code))
            if (RoomOf(named.Groups[1].Value) is Place place && place != file.Place)
                yield return new Arrow(file.Place, place, file.Path, named.Value.Trim());
        foreach (string word in Word.Matches(file.Code).Cast<Match>().Select(match => match.Value).Distinct())
            if (near.TryGetValue(word, out SourceFile? other) && other.Place != file.Place)
                yield return new Arrow(file.Place, other.Place, file.Path, word);
    }

    private static Place? RoomOf(string name) => HousePlan.Projects
        .Where(project => project.Rooms.Length > 0 && (name + ".").StartsWith(project.Namespace + ".", StringComparison.Ordinal))
        .Select(project => (Project: project, Room: name.Length == project.Namespace.Length ? "" : name[(project.Namespace.Length + 1)..].Split('.')[0]))
        .Where(found => found.Project.Rooms.Contains(found.Room))
        .Select(found => new Place(found.Project, found.Room))
        .FirstOrDefault();

    private static readonly Regex NamedRoom = new(@"(?<![\w.])(?:using )?(OctaEInvoice\.(?:Engine|Sandbox|Commands)(?:\.\w+)*)");

    private static readonly Regex TypeName = new(@"\b(?:class|struct|record|enum|interface) (?!struct|class)(\w+)");

    private static readonly Regex Word = new(@"(?<![\w.])[A-Z]\w+");
}

/// <summary>A room of a project.</summary>
internal sealed record Place(Project Project, string Room)
{
    public override string ToString() => Room.Length == 0 ? Project.Name : $"{Project.Name}/{Room}";
}

/// <summary>One file that knows another room.</summary>
/// <param name="From">The file's room.</param>
/// <param name="To">The room that it knows.</param>
/// <param name="Path">The file.</param>
/// <param name="By">What names the room: a using, or a type.</param>
internal sealed record Arrow(Place From, Place To, string Path, string By)
{
    public override string ToString() => $"{Path}: {From} must not know {To} ({By})";
}
