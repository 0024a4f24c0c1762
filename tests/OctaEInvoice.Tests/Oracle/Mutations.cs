using System.Globalization;
using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Oracle;

/// <summary>All changes to one field that can make it invalid, and some that must not.</summary>
internal static class Mutations
{
    /// <summary>The changes of a field.</summary>
    /// <param name="facts">The field.</param>
    /// <param name="path">Where it stands in the document.</param>
    /// <param name="value">Its valid value.</param>
    internal static IEnumerable<Mutation> Of(FieldFacts facts, string path, JsonNode value)
    {
        string? irn = facts.Path == "Irn" ? IntendedDifferences.Irn : null;
        IEnumerable<Mutation> mutations = Shapes(facts, path)
            .Concat(facts.IsNumber ? Numbers(facts, path) : facts.IsDate ? Dates(facts, path) : Texts(facts, path, value.ToString()));
        return irn is null ? mutations : mutations.Select(mutation => mutation with { Difference = irn });
    }

    /// <summary>Names that the schema does not have, in every object.</summary>
    internal static IEnumerable<Mutation> UnknownNames() =>
        from parent in new[] { "", "TranDtls.", "DocDtls.", "SellerDtls.", "BuyerDtls.", "DispDtls.", "ShipDtls.", "ItemList[0].", "ItemList[1].", "ItemList[0].BchDtls.", "ItemList[0].AttribDtls[0].", "ValDtls.", "PayDtls.", "RefDtls.", "RefDtls.DocPerdDtls.", "RefDtls.PrecDocDtls[0].", "RefDtls.ContrDtls[0].", "AddlDocDtls[0].", "ExpDtls.", "EwbDtls." }
        from value in new JsonNode?[] { JsonValue.Create("x"), JsonValue.Create(1), null, new JsonObject { ["a"] = 1 }, new JsonArray(1, 2) }
        select new Mutation(parent + "Xtra", "unknown name", value, false, null);

    /// <summary>Other values where an object or a list belongs.</summary>
    internal static IEnumerable<Mutation> Objects()
    {
        string[] objects = ["TranDtls", "DocDtls", "SellerDtls", "BuyerDtls", "ValDtls", "DispDtls", "ShipDtls", "PayDtls", "RefDtls", "RefDtls.DocPerdDtls", "ExpDtls", "EwbDtls", "ItemList[0].BchDtls"];
        string[] lists = ["ItemList", "ItemList[0].AttribDtls", "RefDtls.PrecDocDtls", "RefDtls.ContrDtls", "AddlDocDtls"];
        foreach (string path in objects.Concat(lists))
        {
            yield return new Mutation(path, "text for object", "x", false, null);
            yield return new Mutation(path, "number for object", 5, false, null);
            yield return new Mutation(path, "null for object", null, false, null);
            yield return new Mutation(path, "object removed", null, true, null);
        }
        foreach (string path in objects)
            yield return new Mutation(path, "list for object", new JsonArray(1), false, null);
        foreach (string path in lists)
            yield return new Mutation(path, "list of texts", new JsonArray("x"), false, null);
        yield return new Mutation("AddlDocDtls", "unwrapped list", new JsonObject { ["Info"] = "Two cartons" }, false, IntendedDifferences.Unwrapped);
        yield return new Mutation("ItemList", "empty list", new JsonArray(), false, null);
    }

    private static IEnumerable<Mutation> Shapes(FieldFacts facts, string path)
    {
        yield return new Mutation(path, "removed", null, true, null);
        yield return new Mutation(path, "null", null, false, null);
        yield return new Mutation(path, "object", new JsonObject { ["a"] = 1 }, false, null);
        yield return new Mutation(path, "list", new JsonArray(1), false, null);
        yield return new Mutation(path, "empty text", "", false, facts.Required ? null : IntendedDifferences.EmptyIsAbsent);
    }

    private static IEnumerable<Mutation> Numbers(FieldFacts facts, string path)
    {
        decimal step = facts.Decimals switch { 0 => 1, 2 => 0.01m, _ => 0.001m };
        yield return new Mutation(path, "below the minimum", facts.Min - step, false, null);
        yield return new Mutation(path, "above the maximum", facts.Max + step, false, null);
        yield return new Mutation(path, "the minimum", facts.Min, false, null);
        yield return new Mutation(path, "the maximum", facts.Max, false, null);
        yield return new Mutation(path, "far too great", JsonNode.Parse("1e30"), false, null);
        yield return new Mutation(path, "one decimal more", Math.Max(facts.Min, 1) + (step / 10), false, IntendedDifferences.Decimals);
        yield return new Mutation(path, "number as text", Math.Max(facts.Min, 5).ToString(CultureInfo.InvariantCulture), false, IntendedDifferences.NumbersAsText);
        yield return new Mutation(path, "letters", "abc", false, null);
        yield return new Mutation(path, "NaN", "NaN", false, null);
        yield return new Mutation(path, "truth value", true, false, null);
    }

    private static IEnumerable<Mutation> Dates(FieldFacts facts, string path)
    {
        IndiaDate first = facts.Years!.FirstDay;
        IndiaDate last = facts.Years.LastDay;
        yield return new Mutation(path, "year before the first", first.AddDays(-1).ToWireString(), false, null);
        yield return new Mutation(path, "year after the last", last.AddDays(1).ToWireString(), false, IntendedDifferences.LastYear);
        yield return new Mutation(path, "first day", first.ToWireString(), false, null);
        yield return new Mutation(path, "last day", last.ToWireString(), false, null);
        yield return new Mutation(path, "year far away", "01/01/2099", false, IntendedDifferences.LastYear);
        yield return new Mutation(path, "another century", "01/01/1926", false, null);
        yield return new Mutation(path, "no day at all", "LR-77", false, null);
        yield return new Mutation(path, "month and day exchanged", "11/20/2026", false, null);
        yield return new Mutation(path, "two digits of the year", "20/11/26", false, null);
        yield return new Mutation(path, "day of no calendar", "31/02/2026", false, IntendedDifferences.RealDays);
        yield return new Mutation(path, "ISO", "2026-11-20", false, IntendedDifferences.OtherDates);
        yield return new Mutation(path, "hyphens", "20-11-2026", false, IntendedDifferences.OtherDates);
        yield return new Mutation(path, "number", 20112026, false, null);
        yield return new Mutation(path, "truth value", true, false, null);
    }

    private static IEnumerable<Mutation> Texts(FieldFacts facts, string path, string valid)
    {
        string? version = facts.Path == "Version" ? IntendedDifferences.Version : null;
        int min = (int)facts.Min;
        int max = (int)facts.Max;
        char letter = char.IsDigit(valid[^1]) ? '1' : 'X';
        yield return new Mutation(path, "too long", Longer(valid, max + 1, letter), false, null);
        if (min > 1)
            yield return new Mutation(path, "too short", valid[..Math.Min(valid.Length, min - 1)], false, ZeroAdded(facts));
        bool isList = facts.Values.Count > 0;
        if (!isList && facts.Kind == FieldKind.Text && facts.Pattern == "^[^\\\\\"]*$")
        {
            yield return new Mutation(path, "longest", Longer(valid, max, letter), false, null);
            yield return new Mutation(path, "shortest", new string('X', min), false, null);
            yield return new Mutation(path, "other scripts", Longer("ल😀", max, '中'), false, null);
        }
        yield return new Mutation(path, "quotation mark", Replaced(valid, '"'), false, version);
        yield return new Mutation(path, "backslash", Replaced(valid, '\\'), false, version);
        yield return new Mutation(path, "control character", Replaced(valid, '\u0001'), false, facts.Pattern == "^[^\\\\\"]*$" ? IntendedDifferences.ControlCharacters : version);
        yield return new Mutation(path, "line break", valid + "\n" + valid, false, IntendedDifferences.LineBreaks);
        yield return new Mutation(path, "star", Replaced(valid, '*'), false, version);
        yield return new Mutation(path, "blank", Replaced(valid, ' '), false, facts.Kind == FieldKind.Vehicle || facts.WireName == "Ph" || valid.Length < 3 ? IntendedDifferences.PhoneBlanks : version);
        yield return new Mutation(path, "bar", Replaced(valid, '|'), false, version);
        yield return new Mutation(path, "number", 7, false, IntendedDifferences.TextFromNumbers);
        yield return new Mutation(path, "truth value", true, false, facts.Kind == FieldKind.YesNo ? IntendedDifferences.YesNoFromFlags : IntendedDifferences.TextFromNumbers);
        if (facts.Kind is FieldKind.Code or FieldKind.Gstin or FieldKind.YesNo && !valid.All(char.IsDigit))
            yield return new Mutation(path, "small letters", valid.ToLowerInvariant(), false, IntendedDifferences.LetterCase);
        if (facts.Path is "DocDtls.No" or "RefDtls.PrecDocDtls[].InvNo")
            foreach (string first in new[] { "0", "/", "-" })
                yield return new Mutation(path, "begins with " + first, first + "42", false, null);
        if (facts.Path == "RefDtls.PrecDocDtls[].InvNo")
            yield return new Mutation(path, "one character", "A", false, IntendedDifferences.ShortPrecedingNumber);
        if (facts.Kind == FieldKind.State)
            yield return new Mutation(path, "zero", "00", false, null);
        if (facts.WireName == "HsnCd")
            foreach (string code in new[] { "847", "84713", "8471301", "0000", "000000" })
                yield return new Mutation(path, "HSN", code, false, null);
    }

    private static string? ZeroAdded(FieldFacts facts) => facts.Kind == FieldKind.State ? IntendedDifferences.ZeroOfState : null;

    private static string Longer(string text, int characters, char filler)
    {
        int length = new StringInfo(text).LengthInTextElements;
        return length >= characters ? text : text + new string(filler, characters - length);
    }

    private static string Replaced(string text, char character) => text.Length == 1 ? character.ToString() : text[..(text.Length / 2)] + character + text[((text.Length / 2) + 1)..];
}
