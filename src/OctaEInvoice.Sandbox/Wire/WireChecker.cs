using System.Globalization;
using System.Text.Json;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>Holds a request's JSON against the exact names, types and forms of the wire, and collects what is wrong.</summary>
internal sealed class WireChecker
{
    private const string InvalidRequest = "OCTA-300";
    private const int MaxLines = 1000;

    private readonly HashSet<string> optionalPaths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> onlyValues = new(StringComparer.Ordinal);

    /// <summary>What is wrong, in the document's order.</summary>
    internal List<ServerError> Errors { get; } = [];

    /// <summary>Takes a field for optional although the table says required.</summary>
    internal WireChecker Optional(string path)
    {
        optionalPaths.Add(path);
        return this;
    }

    /// <summary>Allows a field one value, in place of what the table says.</summary>
    internal WireChecker Only(string path, string value)
    {
        onlyValues.Add(path, value);
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
        if (node.IsRequired && count is 0 or > MaxLines)
            Refuse(InvalidRequest, path, $"has {count} entries; 1 to {MaxLines} are allowed");
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
        string? fault = onlyValues.TryGetValue(field.Path, out string? only)
            ? value.ValueKind == JsonValueKind.String && value.GetString() == only ? null : $"is not {only}"
            : field.FaultOf(value);
        if (fault is not null)
            Refuse(field.Code, path, fault);
    }

    private void Refuse(string code, string path, string fault) => Errors.Add(new ServerError { Code = code, Message = $"{(path.Length == 0 ? "The request" : path)} {fault}." });
}
