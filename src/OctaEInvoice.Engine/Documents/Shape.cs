using System.Text.Json;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Documents;

/// <summary>A JSON object of the schema tied to its Model class: the one place that knows names, order and properties.</summary>
/// <remarks>Reading takes any letter case and the specification's variants; writing is exact (nic-rules 3.1).</remarks>
/// <typeparam name="T">Model class.</typeparam>
internal sealed class Shape<T>(string path)
    where T : class, new()
{
    private static readonly HashSet<string> RequiredMembers = new(StringComparer.Ordinal) { "TranDtls", "DocDtls", "SellerDtls", "BuyerDtls", "ItemList", "ValDtls" };

    private readonly Dictionary<string, Member<T>> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> ignored = new(StringComparer.OrdinalIgnoreCase);
    private Member<T>[] members = [];

    internal Shape<T> Text(string wireName, string property, Func<T, string?> get, Action<T, string?> set) =>
        AddLeaf(new TextLeaf<T>(wireName, property, FactsOf(wireName), get, set));

    internal Shape<T> Unsent(string wireName, string property, Func<T, string?> get, Action<T, string?> set) =>
        AddLeaf(new TextLeaf<T>(wireName, property, FactsOf(wireName), get, set, isSent: false));

    internal Shape<T> Number(string wireName, string property, Func<T, decimal?> get, Action<T, decimal?> set) =>
        AddLeaf(new NumberLeaf<T>(wireName, property, FactsOf(wireName), get, set));

    internal Shape<T> Integer(string wireName, string property, Func<T, int?> get, Action<T, int?> set) =>
        AddLeaf(new IntegerLeaf<T>(wireName, property, FactsOf(wireName), get, set));

    internal Shape<T> Date(string wireName, string property, Func<T, IndiaDate?> get, Action<T, IndiaDate?> set) =>
        AddLeaf(new DateLeaf<T>(wireName, property, FactsOf(wireName), get, set));

    internal Shape<T> Object<TChild>(string wireName, string property, Shape<TChild> shape, Func<T, TChild?> get, Action<T, TChild?> set, params string[] aliases)
        where TChild : class, new() =>
        Add(new ObjectMember<T, TChild>(wireName, PathOf(wireName), property, shape, get, set, IsRequired(wireName)), aliases);

    internal Shape<T> List<TChild>(string wireName, string property, Shape<TChild> shape, Func<T, List<TChild>?> get, Action<T, List<TChild>?> set, params string[] aliases)
        where TChild : class, new() =>
        Add(new ListMember<T, TChild>(wireName, PathOf(wireName), property, shape, get, set, IsRequired(wireName)), aliases);

    /// <summary>Also reads names of a child object that stand flat beside it.</summary>
    internal Shape<T> Flat(string childName, params string[] names)
    {
        Member<T> below = byName[childName];
        foreach (string name in names)
            byName.Add(name, new ForwardedMember<T>(name, below));
        return this;
    }

    /// <summary>Also reads what is no part of the schema.</summary>
    internal Shape<T> Beside(Member<T> member)
    {
        byName.Add(member.WireName, member);
        return this;
    }

    /// <summary>Passes over names that the Model computes and a document from a job or remote session carries along.</summary>
    internal Shape<T> Ignore(params string[] names)
    {
        ignored.UnionWith(names);
        return this;
    }

    internal bool HasValues(T owner)
    {
        foreach (Member<T> member in members)
            if (member.HasValue(owner))
                return true;
        return false;
    }

    internal void Write(Utf8JsonWriter writer, T owner)
    {
        writer.WriteStartObject();
        WriteMembers(writer, owner);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members into an object that is open already.</summary>
    internal void WriteMembers(Utf8JsonWriter writer, T owner)
    {
        foreach (Member<T> member in members)
            member.Write(writer, owner);
    }

    /// <summary>Reads the object that the reader stands on; stops on its end.</summary>
    internal void Read(ref Utf8JsonReader reader, T owner, InvoiceReadContext context)
    {
        int next = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            Member<T>? member = Expected(ref reader, ref next);
            string? name = member is null ? JsonValues.Text(ref reader) : null;
            reader.Read();
            if (member is not null || byName.TryGetValue(name!, out member))
            {
                member.Read(ref reader, owner, context);
                continue;
            }
            if (!ignored.Contains(name!))
                context.ReportUnknown(path, name!, ref reader, Names());
            reader.Skip();
        }
    }

    internal void Check(T owner, SchemaChecker checker)
    {
        foreach (Member<T> member in members)
            member.Check(owner, checker);
    }

    internal void CollectFields<TRoot>(Func<TRoot, int, T> parent, List<FieldAccess<TRoot>> fields)
        where TRoot : class
    {
        foreach (Member<T> member in members)
            member.CollectFields(parent, fields);
    }

    private IEnumerable<string> Names()
    {
        foreach (Member<T> member in members)
            yield return member.WireName;
    }

    // Writers keep the schema's order, so the next member in order is the likeliest and costs no string.
    private Member<T>? Expected(ref Utf8JsonReader reader, ref int next)
    {
        for (int i = next; i < members.Length; i++)
        {
            if (!reader.ValueTextEquals(members[i].Name.EncodedUtf8Bytes))
                continue;
            next = i + 1;
            return members[i];
        }
        return null;
    }

    private FieldFacts FactsOf(string wireName) => FieldTable.ByPath(PathOf(wireName));

    private string PathOf(string wireName) => path.Length == 0 ? wireName : path + "." + wireName;

    private bool IsRequired(string wireName) => path.Length == 0 && RequiredMembers.Contains(wireName);

    private Shape<T> AddLeaf(Leaf<T> leaf) => Add(leaf, [.. leaf.Facts.Aliases]);

    private Shape<T> Add(Member<T> member, string[] aliases)
    {
        members = [.. members, member];
        byName.Add(member.WireName, member);
        foreach (string alias in aliases)
            byName.Add(alias, member);
        if (!byName.ContainsKey(member.PropertyName))
            byName.Add(member.PropertyName, member);
        return this;
    }
}
