using System.Text.RegularExpressions;

namespace OctaEInvoice.Tests.House;

/// <summary>One source file and the room that it lies in.</summary>
internal sealed class SourceFile
{
    private SourceFile(Project project, string root, string path)
    {
        Project = project;
        Path = path.Substring(root.TrimEnd('/', '\\').Length + 1).Replace('\\', '/');
        Code = CommentOrText.Replace(File.ReadAllText(path), match => match.Value[0] == '"' ? "\"\"" : "");
        Namespace = Declared.Match(Code).Groups[1].Value;
        Folder = System.IO.Path.GetDirectoryName(Path[(project.Folder.Length + 1)..])!.Replace('\\', '/');
        Place = new Place(project, project.Rooms.Length == 0 ? "" : Folder.Split('/')[0]);
    }

    internal Project Project { get; }

    /// <summary>Path from the repository's root.</summary>
    internal string Path { get; }

    /// <summary>The text without comments and literals.</summary>
    internal string Code { get; }

    internal string Namespace { get; }

    /// <summary>Folder within the project.</summary>
    internal string Folder { get; }

    internal Place Place { get; }

    internal static IEnumerable<SourceFile> Of(string root, Project project) => Directory
        .EnumerateFiles(System.IO.Path.Combine(root, project.Folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !Output.IsMatch(path))
        .Order(StringComparer.Ordinal)
        .Select(path => new SourceFile(project, root, path));

    private static readonly Regex CommentOrText = new(@"//[^\n]*|""(?:\\.|[^""\\\n])*""");

    private static readonly Regex Declared = new(@"(?m)^namespace ([\w.]+);");

    private static readonly Regex Output = new(@"[\\/](?:bin|obj)[\\/]");
}
