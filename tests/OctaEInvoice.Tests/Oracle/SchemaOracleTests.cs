using System.Text;
using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Tests.Rules;
using Xunit.Abstractions;

namespace OctaEInvoice.Tests.Oracle;

public class SchemaOracleTests(ITestOutputHelper output)
{
    private const int RandomDocuments = 6000;

    private static readonly string[] SmallObjects = ["RefDtls.DocPerdDtls", "ItemList[0].BchDtls", "ItemList[0].AttribDtls[0]"];

    private static readonly Lazy<string?> WhyNot = new(SchemaOracle.WhyNot);

    [SkippableFact]
    public void Every_single_change_is_judged_as_by_NICs_schema()
    {
        Skip.If(WhyNot.Value is not null, WhyNot.Value);
        Mutation[][] changes = [.. AllMutations().Where(mutation => mutation.Difference is null).Select(mutation => new[] { mutation })];
        output.WriteLine($"{changes.Length} documents of one change, {Compare(changes)} of them invalid");
    }

    [SkippableFact]
    public void Documents_of_several_random_changes_are_judged_as_by_NICs_schema()
    {
        Skip.If(WhyNot.Value is not null, WhyNot.Value);
        Mutation[] all = [.. AllMutations().Where(mutation => mutation.Difference is null)];
        var random = new Random(20261122);
        Mutation[][] changes = [.. Enumerable.Range(0, RandomDocuments).Select(_ => Independent(Enumerable.Range(0, random.Next(2, 7)).Select(_ => all[random.Next(all.Length)])))];
        output.WriteLine($"{changes.Length} documents of several changes, {Compare(changes)} of them invalid");
    }

    [SkippableFact]
    public void Every_intended_difference_is_one()
    {
        Skip.If(WhyNot.Value is not null, WhyNot.Value);
        Mutation[] intended = [.. AllMutations().Where(mutation => mutation.Difference is not null)];
        string[] documents = [.. intended.Select(mutation => Mutated([mutation]))];
        List<string[]> schema = SchemaOracle.FailingPaths(documents);
        foreach (IGrouping<string, int> reason in Enumerable.Range(0, intended.Length).GroupBy(i => intended[i].Difference!))
        {
            int differing = reason.Count(i => (schema[i].Length > 0) != (ModulePaths(documents[i]).Length > 0));
            output.WriteLine($"{differing} of {reason.Count()}: {reason.Key}");
            Assert.True(differing > 0, $"Nothing differs any more: {reason.Key}");
        }
    }

    [SkippableFact]
    public void Documents_without_mistakes_pass_NICs_schema()
    {
        Skip.If(WhyNot.Value is not null, WhyNot.Value);
        string[] documents =
        [
            Complete().ToJsonString(),
            DocumentUnderTest.SpecificationAmounts().Json,
            DocumentUnderTest.FromFile("generateirn-request.json").Json,
            Encoding.UTF8.GetString(InvoiceJson.Write(DocumentUnderTest.FromFile("generateirn-request-as-printed.json").Read())),
        ];
        Assert.All(SchemaOracle.FailingPaths(documents), paths => Assert.Empty(paths));
        Assert.All(documents, document => Assert.Empty(ModulePaths(document)));
    }

    // Returns how many of the documents are invalid.
    private static int Compare(Mutation[][] changes)
    {
        string[] documents = [.. changes.Select(Mutated)];
        List<string[]> schema = SchemaOracle.FailingPaths(documents);
        Assert.Equal(documents.Length, schema.Count);
        var disagreements = new List<string>();
        for (int i = 0; i < documents.Length; i++)
        {
            string[] module = ModulePaths(documents[i]);
            if (!Agree(schema[i], module))
                disagreements.Add($"{string.Join("; ", changes[i].Select(change => change.ToString()))}\n  schema: {string.Join(", ", schema[i])}\n  module: {string.Join(", ", module)}");
        }
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements:\n" + string.Join("\n", disagreements.Take(20)));
        return schema.Count(paths => paths.Length > 0);
    }

    // Where an object is missing the schema names the object, the module the fields that it needs.
    private static bool Agree(string[] schema, string[] module) =>
        Array.TrueForAll(schema, path => Array.Exists(module, other => AreRelated(path, other)))
        && Array.TrueForAll(module, path => Array.Exists(schema, other => AreRelated(path, other)));

    private static bool AreRelated(string path, string other) => IsWithin(path, other) || IsWithin(other, path);

    private static bool IsWithin(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');

    private static string[] ModulePaths(string document)
    {
        var issues = new IssueList();
        OctaInvoice invoice = InvoiceJson.Read(Encoding.UTF8.GetBytes(document), issues);
        InvoiceShapes.Invoice.Check(invoice, new SchemaChecker(issues, invoice));
        // The schema knows no warnings; an unknown name is one here, and fails there.
        return [.. issues.All.Where(issue => issue.Severity == IssueSeverity.Error || issue.Message.StartsWith("The schema has no such field", StringComparison.Ordinal)).Select(issue => issue.Path).Distinct()];
    }

    private static IEnumerable<Mutation> AllMutations()
    {
        JsonObject document = Complete();
        foreach (FieldFacts facts in FieldTable.All)
        {
            string path = facts.Path.Replace("[]", "[0]", StringComparison.Ordinal);
            foreach (Mutation mutation in Mutations.Of(facts, path, Find(document, path)!))
                yield return mutation;
        }
        foreach (Mutation mutation in Mutations.UnknownNames().Concat(Mutations.Objects()))
            yield return mutation;
    }

    // Changes within one another have no order. An object that two changes leave without any value counts as absent here, as an
    // empty one does, and not to the schema: the objects of two or three fields take one change.
    private static Mutation[] Independent(IEnumerable<Mutation> changes)
    {
        var independent = new List<Mutation>();
        foreach (Mutation change in changes)
            if (!independent.Exists(other => AreRelated(SmallObject(change.Path) ?? change.Path, SmallObject(other.Path) ?? other.Path)))
                independent.Add(change);
        return [.. independent];
    }

    private static string? SmallObject(string path) => Array.Find(SmallObjects, path.StartsWith);

    private static string Mutated(Mutation[] changes)
    {
        JsonObject document = Complete();
        foreach (Mutation change in changes)
        {
            int dot = change.Path.LastIndexOf('.');
            JsonObject parent = dot < 0 ? document : Find(document, change.Path[..dot])!.AsObject();
            string name = change.Path[(dot + 1)..];
            if (change.IsRemoved)
                parent.Remove(name);
            else
                parent[name] = change.Value?.DeepClone();
        }
        return document.ToJsonString();
    }

    private static JsonNode? Find(JsonNode document, string path)
    {
        JsonNode? node = document;
        foreach (string part in path.Replace("[0]", ".0", StringComparison.Ordinal).Replace("[1]", ".1", StringComparison.Ordinal).Split('.'))
            node = int.TryParse(part, out int index) ? node![index] : node![part];
        return node;
    }

    // Every field of the schema has a value.
    private static JsonObject Complete() => JsonNode.Parse(DocumentUnderTest.InterState()
        .With("ItemList[0].BchDtls.ExpDt", "31/12/2028").With("Irn", new string('a', 64)).With("TranDtls.EcmGstin", "07AAACM0829Q1Z6")
        .With("BuyerDtls.TrdNm", "Blowbits").With("BuyerDtls.Addr2", "Jaipur City").With("BuyerDtls.Ph", "9100000000").With("BuyerDtls.Em", "in@blowbits.example")
        .With("DispDtls.Addr2", "Phase II").With("ShipDtls.TrdNm", "Urban").With("ShipDtls.Addr2", "Ballard Estate").With("ValDtls.TotInvValFc", 730.5m)
        .With("ExpDtls.ShipBNo", "A-248").With("ExpDtls.ShipBDt", "20/11/2026").With("ExpDtls.Port", "INABG1").With("ExpDtls.RefClm", "N").With("ExpDtls.ForCur", "AED").With("ExpDtls.CntCode", "AE").With("ExpDtls.ExpDuty", 12.5m)
        .Json)!.AsObject();
}
