using System.Globalization;

namespace OctaEInvoice.Engine.Rules;

/// <summary>A file of a master list is broken. The message names the file, the place, what is wrong and what was expected.</summary>
public sealed class MasterFileException : Exception
{
    internal MasterFileException(string path, string problem, Exception? cause = null)
        : base($"{path}: {problem}", cause) => Path = path;

    internal MasterFileException(string path, int line, int column, string problem, Exception? cause = null)
        : base(string.Format(CultureInfo.InvariantCulture, "{0}, line {1}, column {2}: {3}", path, line, column, problem), cause)
    {
        Path = path;
        Line = line;
        Column = column;
    }

    /// <summary>The file, as it was asked for.</summary>
    public string Path { get; }

    /// <summary>Line of the place, from 1; null when the file as a whole is meant.</summary>
    public int? Line { get; }

    /// <summary>Character within the line, from 1; null when the file as a whole is meant.</summary>
    public int? Column { get; }
}
