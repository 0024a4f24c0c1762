using System.Text.RegularExpressions;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Schema;

public class TextFormTests
{
    private const int TextsPerPattern = 20_000;

    private static readonly string[] Pieces =
    [
        "0", "00", "000000", "1", "9", "12", "1234", "123456", "12345678", "A", "Z", "a", "z", "G", "UR", "URP", "URPX", "24ACPPM5624F1ZK", "/", "-", "+", "_", ".", "@", "mehta", "example",
        " ", "*", "|", "[", "]", "{", "}", "^", "$", "é", "ल", "😀", "\u00a0", "\"", "\\", "'", "`", ":", ";", "?", "~",
    ];

    public static TheoryData<string> Patterns() => [.. FieldTable.All.Where(facts => facts.Pattern is not null).Select(facts => facts.Pattern!).Distinct()];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_form_means_what_its_pattern_means(string pattern)
    {
        // The end is that of the text, as in JSON Schema, and not a line break before it.
        var expression = new Regex(pattern.Replace("0+$", "0+\\z", StringComparison.Ordinal)[..^1] + "\\z", RegexOptions.CultureInvariant);
        TextForm form = TextForm.Compile(pattern);
        var random = new Random(20261122);
        int matching = 0;
        for (int i = 0; i < TextsPerPattern; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            bool expected = expression.IsMatch(text);
            Assert.True(expected == form.Matches(text), $"{pattern} and '{text}'");
            matching += expected ? 1 : 0;
        }
        Assert.InRange(matching, 1, TextsPerPattern - 1);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Every_single_character_is_in_the_form_or_out_of_it_as_the_pattern_says(string pattern)
    {
        var expression = new Regex(pattern, RegexOptions.CultureInvariant);
        TextForm form = TextForm.Compile(pattern);
        for (char c = ' '; c < '\u3000'; c++)
        {
            if (char.IsControl(c))
                continue;
            foreach (string text in new[] { c.ToString(), "12345" + c, c + "@a", "a@" + c })
                Assert.True(expression.IsMatch(text) == form.Matches(text), $"{pattern} and '{text}'");
        }
    }

    [Theory]
    [InlineData("^[0-9]{2}$", "12\n")]
    [InlineData("^[^\\\\\"]*$", "a\tb")]
    [InlineData("^[^\\\\\"]*$", "a\u0085b")]
    public void Control_characters_are_in_no_form(string pattern, string text) => Assert.False(TextForm.Compile(pattern).Matches(text));

    [Fact]
    public void Half_characters_are_in_no_form()
    {
        Assert.True(TextForm.Free.Matches("a\ud83d\ude00b"));
        Assert.False(TextForm.Free.Matches("a\ud83d"));
        Assert.False(TextForm.Free.Matches("\ude00a"));
        Assert.False(TextForm.Free.Matches("\ude00\ud83d"));
    }

    [Theory]
    [InlineData("[0-9]")]
    [InlineData("^[0-9]*[0-5]$")]
    [InlineData("^a?$")]
    [InlineData("^.$")]
    [InlineData("^\\d$")]
    [InlineData("^(a$")]
    public void A_pattern_that_needs_more_is_refused_and_not_misread(string pattern) => Assert.Throws<FormatException>(() => TextForm.Compile(pattern));
}
