using System.Text;
using OctaEInvoice.Engine.Rules;

namespace OctaEInvoice.Tests.Rules;

public sealed class MasterDataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("masters").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_lists_are_complete()
    {
        MasterData masters = MasterData.BuiltIn;
        Assert.Equal(38, masters.States.Names.Count);
        Assert.Equal(45, masters.Units.Names.Count);
        Assert.Equal(1005, masters.Ports.Names.Count);
        Assert.Equal(179, masters.Currencies.Names.Count);
        Assert.Equal(244, masters.Countries.Names.Count);
        Assert.Equal([0m, 0.1m, 0.25m, 0.5m, 1m, 1.5m, 2m, 3m, 5m, 6m, 7.5m, 12m, 18m, 28m, 40m], masters.GstRates);
        Assert.Empty(masters.ReplacedFiles);
    }

    [Fact]
    public void The_PIN_prefixes_are_complete()
    {
        IReadOnlyList<string>[] known = [.. Enumerable.Range(100, 900).Select(prefix => MasterData.BuiltIn.StatesOfPin((prefix * 1000) + 1)).Where(states => states.Count > 0)];
        Assert.Equal(403, known.Length);
        // GeoNames has 18 prefixes in more than one state; Ladakh's 194, which it counts under Jammu and Kashmir, is ours.
        Assert.Equal(18 + 1, known.Count(states => states.Count > 1));
        Assert.All(known.SelectMany(states => states), state => Assert.True(MasterData.BuiltIn.IsState(state)));
    }

    [Theory]
    [InlineData(110001, "07")]
    [InlineData(518360, "37")]
    [InlineData(387002, "24")]
    [InlineData(160017, "03,04")]
    [InlineData(533464, "34,36,37")]
    [InlineData(194101, "01,38")]
    [InlineData(999999, "")]
    [InlineData(56000, "")]
    [InlineData(0, "")]
    [InlineData(-110001, "")]
    public void A_PIN_code_tells_its_states(int pin, string states)
    {
        Assert.Equal(states, string.Join(",", MasterData.BuiltIn.StatesOfPin(pin)));
    }

    [Theory]
    [InlineData("29", "Karnataka")]
    [InlineData("7", "Delhi")]
    [InlineData("07", "Delhi")]
    [InlineData("38", "Ladakh")]
    [InlineData("96", "Other Countries")]
    [InlineData("97", "Other Territory")]
    public void A_state_in_force_has_its_name(string code, string name)
    {
        Assert.True(MasterData.BuiltIn.IsState(code));
        Assert.False(MasterData.BuiltIn.IsWithdrawnState(code));
        Assert.Equal(name, MasterData.BuiltIn.StateName(code));
    }

    [Theory]
    [InlineData("25")]
    [InlineData("28")]
    public void A_withdrawn_state_is_known_as_such(string code)
    {
        Assert.False(MasterData.BuiltIn.IsState(code));
        Assert.True(MasterData.BuiltIn.IsWithdrawnState(code));
        Assert.NotNull(MasterData.BuiltIn.StateName(code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("99")]
    [InlineData("029")]
    public void What_is_no_state_is_not_known(string? code)
    {
        Assert.False(MasterData.BuiltIn.IsState(code));
        Assert.False(MasterData.BuiltIn.IsWithdrawnState(code));
        Assert.Null(MasterData.BuiltIn.StateName(code));
    }

    [Fact]
    public void Codes_of_the_other_lists_are_looked_up_in_any_letter_case()
    {
        MasterData masters = MasterData.BuiltIn;
        Assert.True(masters.IsUnit("NOS") && masters.IsUnit("kgs") && !masters.IsUnit("EACH") && !masters.IsUnit(null));
        Assert.True(masters.IsPort("INNSA1") && masters.IsPort("inabg1") && !masters.IsPort("INXXX1"));
        Assert.True(masters.IsCurrency("USD") && !masters.IsCurrency("$"));
        Assert.True(masters.IsCountry("AE") && masters.IsCountry("in") && !masters.IsCountry("XX"));
        Assert.True(masters.IsGstRate(18.000m) && masters.IsGstRate(0.25m) && masters.IsGstRate(40) && !masters.IsGstRate(9) && !masters.IsGstRate(0.18m));
        Assert.Equal("Åland Islands", masters.Countries.NameOf("AX"));
    }

    [Fact]
    public void A_file_of_the_users_folder_replaces_that_list_and_no_other()
    {
        Write("units.json", """
            {
              // Our own list.
              "origin": "our own",
              "entries": { "EACH": "EACH", "KGS": "KILOGRAMS", },
              "withdrawn": { "TON": "TONNES" }
            }
            """);
        MasterData masters = MasterData.Load(folder);
        Assert.Equal(["units.json"], masters.ReplacedFiles);
        Assert.Equal("our own", masters.Units.Origin);
        Assert.Equal(["EACH", "KGS"], masters.Units.Names.Keys);
        Assert.True(masters.Units.IsWithdrawn("ton"));
        Assert.Equal(1005, masters.Ports.Names.Count);
        Assert.True(MasterData.BuiltIn.IsUnit("NOS"));
    }

    [Fact]
    public void A_full_PIN_code_of_the_users_wins_over_its_prefix()
    {
        Write("pin-prefixes.json", """{ "entries": { "160": ["03", "04"], "160059": ["03"] } }""");
        MasterData masters = MasterData.Load(folder);
        Assert.Equal(["03"], masters.StatesOfPin(160059));
        Assert.Equal(["03", "04"], masters.StatesOfPin(160017));
        Assert.Empty(masters.StatesOfPin(110001));
    }

    [Fact]
    public void Rates_can_be_replaced()
    {
        Write("gst-rates.json", """{ "entries": [0, 5, 18, 40] }""");
        MasterData masters = MasterData.Load(folder);
        Assert.True(masters.IsGstRate(40));
        Assert.False(masters.IsGstRate(12));
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_is_read()
    {
        File.WriteAllText(Path.Combine(folder, "Units.JSON"), """{ "entries": { "NOS": "NUMBERS" } }""", new UTF8Encoding(true));
        Assert.True(MasterData.Load(folder).IsUnit("NOS"));
    }

    [Fact]
    public void No_folder_means_the_built_in_lists()
    {
        Assert.Same(MasterData.BuiltIn, MasterData.Load(null));
    }

    [Theory]
    [InlineData("{\n  \"entries\": {\n    \"KGS\": \"KILOGRAMS\",\n    \"K1\": \"x\"\n  }\n}", 4, 5, "'K1' is not of the right form. Expected: unit codes of 3 to 8 letters")]
    [InlineData("{\n  \"entries\": {\n    \"KGS\": 12\n  }\n}", 3, 12, "A number is not what belongs here. Expected: unit codes of 3 to 8 letters")]
    [InlineData("{\n  \"entries\": {\n    \"KGS\": \"\"\n  }\n}", 3, 12, "A text is not what belongs here.")]
    [InlineData("{\n  \"entries\": {\n    \"KGS\": \"é\", \"kgs\": \"b\"\n  }\n}", 3, 17, "'kgs' is there twice.")]
    [InlineData("{\n  \"entries\": [\n  ]\n}", 2, 14, "A list [ ] is not what belongs here.")]
    [InlineData("{\n  \"entris\": {}\n}", 2, 3, "'entris' is unknown here.")]
    [InlineData("{\n  \"entries\": {\n    \"KGS\": \"KILOGRAMS\"\n    \"NOS\": \"NUMBERS\"\n  }\n}", 4, 5, "This is not JSON: ")]
    [InlineData("{\n  \"entries\": {\n    \"KGS\": \"KILOGRAMS\"", 3, 23, "This is not JSON: ")]
    [InlineData("{ \"entries\": { } } more", 1, 20, "This is not JSON: ")]
    [InlineData("{ \"entries\": { \"KGS\": \"\\ud800\" } }", 1, 23, "The text has an escape that is no character.")]
    [InlineData("[]", 1, 1, "The file does not begin with an object.")]
    [InlineData("", 1, 1, "This is not JSON: ")]
    public void A_broken_file_is_named_with_the_place_and_what_was_expected(string json, int line, int column, string message)
    {
        string path = Write("units.json", json);
        var broken = Assert.Throws<MasterFileException>(() => MasterData.Load(folder));
        Assert.Equal((path, line, column), (broken.Path, broken.Line, broken.Column));
        Assert.StartsWith($"{path}, line {line}, column {column}: {message}", broken.Message, StringComparison.Ordinal);
        Assert.Contains("Expected: ", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gst-rates.json", """{ "entries": [5, "18"] }""", "A text is not what belongs here. Expected: rates in percent")]
    [InlineData("gst-rates.json", """{ "entries": [-5] }""", "A number is not what belongs here. Expected: rates in percent")]
    [InlineData("pin-prefixes.json", """{ "entries": { "560": "29" } }""", "A text is not what belongs here. Expected: the first three digits")]
    [InlineData("pin-prefixes.json", """{ "entries": { "560": [29] } }""", "A number is not what belongs here. Expected: the first three digits")]
    [InlineData("states.json", """{ "entries": { "7": "Delhi" } }""", "'7' is not of the right form. Expected: state codes of two digits")]
    [InlineData("gst-rates.json", """{ "entries": [] }""", "The list has no entries. Expected: ")]
    [InlineData("states.json", """{ "origin": "ours" }""", "The list has no entries. Expected: ")]
    public void Every_list_says_what_it_expects(string file, string json, string message)
    {
        Write(file, json);
        var broken = Assert.Throws<MasterFileException>(() => MasterData.Load(folder));
        Assert.Contains(file, broken.Message, StringComparison.Ordinal);
        Assert.Contains(message, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_with_the_remedy()
    {
        File.WriteAllText(Path.Combine(folder, "units.json"), """{ "entries": { "NOS": "NUMBERS" } }""", Encoding.Unicode);
        Assert.Contains("Expected: JSON saved as UTF-8", Assert.Throws<MasterFileException>(() => MasterData.Load(folder)).Message, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(folder, "units.json"), """{ "entries": { "NOS": "Stück" } }""", Encoding.Latin1);
        var broken = Assert.Throws<MasterFileException>(() => MasterData.Load(folder));
        Assert.Equal((1, 26), (broken.Line, broken.Column));

        File.WriteAllBytes(Path.Combine(folder, "units.json"), [.. Encoding.UTF8.GetBytes("{ \"entries\": { \"NOS\": \"\uFFFD🚚"), 0xFC]);
        broken = Assert.Throws<MasterFileException>(() => MasterData.Load(folder));
        Assert.Equal((1, 27), (broken.Line, broken.Column));
    }

    [Fact]
    public void A_misspelt_file_or_a_missing_folder_is_not_passed_over_in_silence()
    {
        Write("unit.json", "{}");
        Assert.Contains("Expected: states.json, units.json", Assert.Throws<MasterFileException>(() => MasterData.Load(folder)).Message, StringComparison.Ordinal);
        Assert.Throws<MasterFileException>(() => MasterData.Load(Path.Combine(folder, "nowhere")));
    }

    private string Write(string name, string json)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, json);
        return path;
    }
}
