using System.Text;

namespace OctaEInvoice.Engine.Input;

/// <summary>Gathers lines of JSON text, as Get-Content gives them, to whole documents.</summary>
public sealed class JsonTextGatherer
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool inString;
    private bool isEscaped;

    /// <summary>True while a document has begun and not ended.</summary>
    public bool HasRest => !IsBlank(text);

    /// <summary>Adds a line, or a whole text.</summary>
    /// <param name="line">The text; a line break is taken to follow it.</param>
    /// <returns>The text of a complete document or list; null while it is not complete.</returns>
    public string? Add(string line)
    {
        text.Append(line).Append('\n');
        foreach (char c in line)
            Scan(c);
        // A line break within a string is no JSON: the reader will say so, with its place.
        return depth <= 0 && HasRest ? Take() : null;
    }

    /// <summary>Takes what is left at the end of the input.</summary>
    /// <returns>The text, which is no complete document.</returns>
    public string Take()
    {
        string complete = text.ToString();
        text.Clear();
        depth = 0;
        inString = false;
        isEscaped = false;
        return complete;
    }

    private static bool IsBlank(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
            if (!char.IsWhiteSpace(text[i]))
                return false;
        return true;
    }

    private void Scan(char c)
    {
        if (isEscaped)
            isEscaped = false;
        else if (inString && c == '\\')
            isEscaped = true;
        else if (c == '"')
            inString = !inString;
        else if (!inString && c is ('{' or '['))
            depth++;
        else if (!inString && c is ('}' or ']'))
            depth--;
    }
}
