using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Documents;

public class JsonTextGatheringTests
{
    [Fact]
    public void Lines_are_gathered_until_the_document_is_whole()
    {
        var gatherer = new JsonTextGatherer();
        Assert.Null(gatherer.Add("{"));
        Assert.Null(gatherer.Add("  \"a\": [1,"));
        Assert.Null(gatherer.Add("  2]"));
        Assert.True(gatherer.HasRest);
        Assert.Equal("{\n  \"a\": [1,\n  2]\n}\n", gatherer.Add("}"));
        Assert.False(gatherer.HasRest);
    }

    [Fact]
    public void One_document_follows_the_other()
    {
        var gatherer = new JsonTextGatherer();
        Assert.Equal("{}\n", gatherer.Add("{}"));
        Assert.Null(gatherer.Add("["));
        Assert.Equal("[\n]\n", gatherer.Add("]"));
        Assert.Equal("{\"b\":1}\n", gatherer.Add("{\"b\":1}"));
    }

    [Theory]
    [InlineData("{\"a\":\"}\"")]
    [InlineData("{\"a\":\"]]]\"")]
    [InlineData("{\"a\":\"\\\"}\"")]
    [InlineData("{\"a\":\"\\\\\"")]
    [InlineData("{\"}\":1")]
    public void Brackets_within_text_end_nothing(string line)
    {
        var gatherer = new JsonTextGatherer();
        Assert.Null(gatherer.Add(line));
        Assert.Equal(line + "\n}\n", gatherer.Add("}"));
    }

    [Fact]
    public void Brackets_that_open_within_text_keep_nothing_open() => Assert.Equal("{\"a\":\"{[\"}\n", new JsonTextGatherer().Add("{\"a\":\"{[\"}"));

    [Fact]
    public void Text_goes_on_over_a_line_break()
    {
        var gatherer = new JsonTextGatherer();
        Assert.Null(gatherer.Add("{\"a\":\"x}"));
        Assert.Null(gatherer.Add("y}"));
        Assert.Equal("{\"a\":\"x}\ny}\n\"}\n", gatherer.Add("\"}"));
    }

    [Fact]
    public void Blank_lines_between_documents_are_nothing()
    {
        var gatherer = new JsonTextGatherer();
        Assert.Null(gatherer.Add(""));
        Assert.Null(gatherer.Add(" \t"));
        Assert.False(gatherer.HasRest);
        Assert.Equal("\n \t\n{}\n", gatherer.Add("{}"));
    }

    [Fact]
    public void What_is_no_JSON_is_given_at_once_for_the_reader_to_say_so() => Assert.Equal("No,Date\n", new JsonTextGatherer().Add("No,Date"));

    [Fact]
    public void What_is_left_at_the_end_is_taken_and_forgotten()
    {
        var gatherer = new JsonTextGatherer();
        gatherer.Add("{\"a\":\"b\\");
        Assert.True(gatherer.HasRest);
        Assert.Equal("{\"a\":\"b\\\n", gatherer.Take());
        Assert.False(gatherer.HasRest);
        Assert.Null(gatherer.Add("{"));
        Assert.Equal("{\n}\n", gatherer.Add("}"));
    }
}
