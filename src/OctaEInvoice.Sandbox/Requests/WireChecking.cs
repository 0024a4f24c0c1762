using System.Globalization;
using System.Text.Json;

namespace OctaEInvoice.Sandbox.Requests;

/// <summary>Holds a request's JSON against the exact names, types and forms of the wire, and collects what is wrong.</summary>
internal sealed class WireChecking
{
    private const string InvalidRequest = "OCTA-300";
    private const int MostLines = 1000;

    private readonly HashSet<string> optionalPaths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> onlyValues = new(StringComparer.Ordinal);

    /// <summary>What is wrong, in the document's order.</summary>
    internal List<ServerError> Errors { get; } = [];

    /// <summary>Takes a field for optional, or allows it one value only, unlike the table.</summary>
    internal WireChecking Except(string path, string? onlyValue = null)
    {
        if (onlyValue is null)
            optionalPaths.Add(path);
        else
            onlyValues.Add(path, onlyValue);
        return this;
    }

    internal void CheckObject(WireNode node, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Refuse(InvalidRequest, path, "is no JSON object");
            return;
        }
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string> given = new(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string memberPath = path.Length == 0 ? member.Name : path + "." + member.Name;
            if (!seen.Add(member.Name))
                Refuse(InvalidRequest, memberPath, "is given twice");
            else if (node.Find(member.Name) is not WireNode child)
                Refuse(InvalidRequest, memberPath, memberPath == "Irn" ? "must not be sent: the portal computes it" : "is no name of the schema");
            else if (member.Value.ValueKind != JsonValueKind.Null && given.Add(member.Name))
                CheckMember(child, member.Value, memberPath);
        }
        foreach (WireNode child in node.Children)
            if (!given.Contains(child.Name))
                CheckAbsence(child, path.Length == 0 ? child.Name : path + "." + child.Name);
    }

    private void CheckMember(WireNode node, JsonElement value, string path)
    {
        if (node.Field is not null)
            CheckValue(node.Field, value, path);
        else if (node.IsList)
            CheckList(node, value, path);
        else
            CheckObject(node, value, path);
    }

    private void CheckList(WireNode node, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse(InvalidRequest, path, "is no JSON list");
            return;
        }
        int count = value.GetArrayLength();
        if (node.IsRequired && count is 0 or > MostLines)
            Refuse(InvalidRequest, path, $"has {count} entries; 1 to {MostLines} are allowed");
        int index = 0;
        foreach (JsonElement entry in value.EnumerateArray())
            CheckObject(node, entry, string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", path, index++));
    }

    private void CheckAbsence(WireNode node, string path)
    {
        bool isRequired = node.Field?.IsRequired ?? node.IsRequired;
        if (isRequired && !optionalPaths.Contains(node.Field?.Path ?? path))
            Refuse(node.Field?.Code ?? InvalidRequest, path, "is missing");
    }

    private void CheckValue(WireField field, JsonElement value, string path)
    {
        JsonValueKind wanted = field.IsNumber ? JsonValueKind.Number : JsonValueKind.String;
        string? fault = value.ValueKind != wanted
            ? field.IsNumber ? "is no JSON number" : "is no JSON string"
            : field.IsNumber ? NumberFault(field, value) : TextFault(field, value.GetString()!);
        if (fault is not null)
            Refuse(field.Code, path, fault);
    }

    private static string? NumberFault(WireField field, JsonElement value)
    {
        if (!value.TryGetDecimal(out decimal number) || number < field.Min || number > field.Max)
            return string.Format(CultureInfo.InvariantCulture, "is not between {0} and {1}", field.Min, field.Max);
        return decimal.Round(number, field.Decimals) == number ? null : $"has more than {field.Decimals} decimals";
    }

    private string? TextFault(WireField field, string text)
    {
        if (onlyValues.TryGetValue(field.Path, out string? only))
            return text == only ? null : $"is not {only}";
        if (field.IsDate)
            return DateTime.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "is no date as dd/MM/yyyy";
        if (field.Values.Count > 0)
            return field.Values.Contains(text) ? null : $"is none of {string.Join(", ", field.Values)}";
        // The schema counts characters, .NET counts a character outside the basic plane twice.
        int length = text.Count(c => !char.IsLowSurrogate(c));
        if (length < field.Min || length > field.Max)
            return string.Format(CultureInfo.InvariantCulture, "has {0} characters; {1} to {2} are allowed", length, field.Min, field.Max);
        // In .NET $ also matches before a final line break, so the match must reach the end.
        return field.Pattern is null || field.Pattern.Match(text) is { Success: true } match && match.Length == text.Length ? null : "has not the form that the schema asks for";
    }

    private void Refuse(string code, string path, string fault) => Errors.Add(new ServerError { Code = code, Message = $"{(path.Length == 0 ? "The request" : path)} {fault}." });
}
