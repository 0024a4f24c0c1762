using System.Text;

namespace OctaEInvoice.Engine.Output;

/// <summary>Names of files from document numbers, safe on Windows and Linux.</summary>
public static class FileNames
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The name for a document's files, without an ending.</summary>
    /// <param name="type">INV, CRN or DBN.</param>
    /// <param name="number">Document number; '/' becomes '_', which no number has itself.</param>
    /// <param name="date">Document date, which tells the years of a number apart.</param>
    /// <returns>For example INV_MAHI_10_2026-11-05.</returns>
    public static string OfDocument(string? type, string? number, IndiaDate? date)
    {
        string name = string.Join("_", new[] { type, number, date?.ToString() }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return Safe(name);
    }

    /// <summary>A name of which nothing is a path and nothing is special to a file system.</summary>
    /// <param name="name">Any text.</param>
    /// <returns>Letters, digits, '-', '_' and '.', at most 100 of them; "document" for none.</returns>
    public static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (char c in name)
            safe.Append(char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_');
        string text = safe.ToString().Trim('.', ' ');
        if (text.Length > 100)
            text = text.Substring(0, 100).TrimEnd('.');
        if (text.Length == 0)
            return "document";
        int dot = text.IndexOf('.');
        return Reserved.Contains(dot < 0 ? text : text.Substring(0, dot)) ? "_" + text : text;
    }
}
