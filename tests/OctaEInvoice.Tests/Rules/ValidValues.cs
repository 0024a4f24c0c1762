using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

/// <summary>Generates values that a field's constraint allows, in the one form that documents have.</summary>
internal static class ValidValues
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    // Latin, Devanagari, Arabic and beyond the basic plane; no quotation mark, no backslash.
    private static readonly string[] Characters =
        [.. "abcXYZ0189 .,;:'!?()[]{}<>/|@#$%&*+-=_^~`".Select(c => c.ToString()), "é", "ß", "ल", "क्", "ش", "ב", "中", "😀", "𝔘"];

    internal static Gen<string> Of(FieldFacts facts)
    {
        if (facts.Values.Count > 0)
            return Gen.Elements(facts.Values.ToArray());
        return facts.Kind switch
        {
            FieldKind.Gstin => facts.Max > facts.Min ? Gen.OneOf(Gstin, Gen.Constant("URP")) : Gstin,
            FieldKind.State => Gen.Choose(1, 99).Select(number => number.ToString("00", CultureInfo.InvariantCulture)),
            FieldKind.Date or FieldKind.WideDate => Day(facts.Years!.FirstDay, facts.Years.LastDay),
            FieldKind.Digits when facts.WireName == "HsnCd" => Gen.Elements(4, 6, 8).SelectMany(length => Text(Digits, length)).Where(code => code.Trim('0').Length > 0),
            FieldKind.Digits => Between(facts, length => Text(Digits, length)),
            FieldKind.Vehicle => Between(facts, length => Text(Letters + Digits + "abc", length)),
            FieldKind.Code => Between(facts, length => Text(facts.WireName == "Port" ? Letters + Digits : Letters, length)),
            _ when facts.IsNumber => Number(facts),
            _ => PlainText(facts),
        };
    }

    private static Gen<string> Gstin => from state in Gen.Choose(1, 38) from rest in Text(Letters + Digits, 13) select state.ToString("00", CultureInfo.InvariantCulture) + rest;

    private static Gen<string> PlainText(FieldFacts facts) => facts.WireName switch
    {
        "No" or "InvNo" => from first in Text(Letters + "123456789abc", 1) from rest in Gen.Choose(0, 15).SelectMany(length => Text(Letters + Digits + "/-abc", length)) where !NumberText.IsScientific(first + rest) select first + rest,
        "TransDocNo" => Between(facts, length => Text(Letters + Digits + "/-", length)),
        "Em" => from name in Gen.Choose(2, 40).SelectMany(length => Text("abcXYZ019+_.-", length)) from host in Gen.Choose(3, 40).SelectMany(length => Text("abc019.-", length)) select name + "@" + host,
        // Reading trims, and takes a lone U+FFFD or scientific notation for damage.
        _ => Between(facts, length => Gen.Elements(Characters).ArrayOf(length).Select(parts => Cut(string.Concat(parts), length))).Where(text => text.Trim() == text && !NumberText.IsScientific(text)),
    };

    private static Gen<string> Number(FieldFacts facts)
    {
        decimal scale = Power(facts.Decimals);
        Gen<decimal> inside = from high in Gen.Choose(0, int.MaxValue)
                              from low in Gen.Choose(0, int.MaxValue)
                              select decimal.Floor((((decimal)high / int.MaxValue) + ((decimal)low / int.MaxValue / int.MaxValue)) / 2 * (facts.Max - facts.Min) * scale) / scale + facts.Min;
        Gen<decimal> small = Gen.Choose(0, 99_999).Select(number => number / scale).Where(number => number >= facts.Min && number <= facts.Max);
        Gen<decimal> borders = Gen.Elements(facts.Min, facts.Max);
        Gen<decimal> all = facts.Kind == FieldKind.Pin ? Gen.OneOf(inside, borders) : Gen.OneOf(inside, small, borders);
        return all.Select(number => number.ToString(CultureInfo.InvariantCulture));
    }

    private static decimal Power(int decimals) => decimals switch { 0 => 1, 2 => 100, _ => 1000 };

    private static Gen<string> Day(DateTime first, DateTime last) =>
        Gen.Choose(0, (last - first).Days).Select(days => first.AddDays(days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));

    private static Gen<string> Between(FieldFacts facts, Func<int, Gen<string>> ofLength) =>
        Gen.OneOf(Gen.Choose((int)facts.Min, (int)Math.Min(facts.Max, facts.Min + 8)), Gen.Constant((int)facts.Min), Gen.Constant((int)facts.Max)).SelectMany(ofLength);

    private static Gen<string> Text(string alphabet, int length) => Gen.Elements(alphabet.ToCharArray()).ArrayOf(length).Select(characters => new string(characters));

    // Some of the characters are two letters with a joiner.
    private static string Cut(string text, int length)
    {
        int end = 0;
        for (; length > 0 && end < text.Length; length--)
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        return text[..end];
    }
}
