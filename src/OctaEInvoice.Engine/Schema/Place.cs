using System.Globalization;

namespace OctaEInvoice.Engine.Schema;

/// <summary>Where in the input a value stands: row of the file, line of the document, entry of a list.</summary>
/// <param name="Row">Input row from 1, or null when the document did not come as rows.</param>
/// <param name="Item">Index of the line from 0, or -1 outside the lines.</param>
/// <param name="Entry">Index in an inner list from 0.</param>
internal readonly record struct Place(int? Row, int Item = -1, int Entry = 0)
{
    /// <summary>NIC's path of a field at this place, with indexes.</summary>
    /// <param name="path">Path with [] for lists.</param>
    /// <returns>For example ItemList[2].AttribDtls[0].Nm.</returns>
    public string PathOf(string path)
    {
        int first = path.IndexOf("[]", StringComparison.Ordinal);
        if (first < 0)
            return path;
        bool ofItem = path.StartsWith("ItemList[]", StringComparison.Ordinal);
        string text = Indexed(path, first, ofItem ? Math.Max(Item, 0) : Entry);
        int second = text.IndexOf("[]", StringComparison.Ordinal);
        return second < 0 ? text : Indexed(text, second, Entry);
    }

    private static string Indexed(string path, int bracket, int index) =>
        path.Substring(0, bracket + 1) + index.ToString(CultureInfo.InvariantCulture) + path.Substring(bracket + 1);
}
