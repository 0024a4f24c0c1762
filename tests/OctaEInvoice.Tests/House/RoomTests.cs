using System.Text.RegularExpressions;

namespace OctaEInvoice.Tests.House;

/// <summary>The arrows of docs/architecture.md: between projects and between rooms they lead one way.</summary>
public class RoomTests
{
    private static readonly string Root = RepositoryFiles.PathOf("");

    private static readonly RoomGraph Graph = RoomGraph.Read(Root);

    [Fact]
    public void A_room_knows_only_those_before_it() => Assert.Empty(Graph.Offenders().Select(arrow => arrow.ToString()));

    [Fact]
    public void A_project_refers_only_to_those_before_it()
    {
        for (int i = 0; i < HousePlan.Projects.Length; i++)
        {
            string file = File.ReadAllText(Path.Combine(Root, HousePlan.Projects[i].Folder, HousePlan.Projects[i].Name + ".csproj"));
            Assert.Empty(HousePlan.Projects.Skip(i).Where(later => Regex.IsMatch(file, $@"ProjectReference Include=""[^""]*/{Regex.Escape(later.Name)}\.csproj""")).Select(later => later.Name));
        }
    }

    [Fact]
    public void Every_file_lies_in_a_room() =>
        Assert.Empty(Graph.Files.Where(file => file.Project.Rooms.Length > 0 && !file.Project.Rooms.Contains(file.Place.Room)).Select(file => file.Path));

    [Fact]
    public void Every_room_has_files() => Assert.All(
        HousePlan.Projects,
        project => Assert.Empty(project.Rooms.Except(Graph.Files.Where(file => file.Project == project).Select(file => file.Place.Room))));

    // OctaConnection and OctaSandbox are named by users: [OctaEInvoice.OctaConnection].
    [Fact]
    public void Every_namespace_is_the_files_folder() => Assert.All(
        Graph.Files.Where(file => file.Project.Rooms.Length > 0 && file.Namespace != "OctaEInvoice"),
        file => Assert.Equal((file.Path, Expected(file)), (file.Path, file.Namespace)));

    private static string Expected(SourceFile file)
    {
        string folder = file.Folder == "Commands" ? "" : file.Folder;
        return folder.Length == 0 ? file.Project.Namespace : file.Project.Namespace + "." + folder.Replace('/', '.');
    }
}
