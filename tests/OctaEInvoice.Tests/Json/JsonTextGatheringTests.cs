using OctaEInvoice.Engine.Json;

namespace OctaEInvoice.Tests.Json;

public class JsonTextGatheringTests
{
    [Fact]
    public void Lines_are_gathered_until_the_document_is_whole()
    {
        var gathering = new JsonTextGathering();
        Assert.Null(gathering.Add("{"));
        Assert.Null(gathering.Add("  \"a\": [1,"));
        Assert.Null(gathering.Add("  2]"));
        Assert.True(gathering.HasRest);
        Assert.Equal("{\n  \"a\": [1,\n  2]\n}\n", gathering.Add("}"));
        Assert.False(gathering.HasRest);
    }

    [Fact]
    public void One_document_follows_the_other()
    {
        var gathering = new JsonTextGathering();
        Assert.Equal("{}\n", gathering.Add("{}"));
        Assert.Null(gathering.Add("["));
        Assert.Equal("[\n]\n", gathering.Add("]"));
        Assert.Equal("{\"b\":1}\n", gathering.Add("{\"b\":1}"));
    }

    [Theory]
    [InlineData("{\"a\":\"}\"")]
    [InlineData("{\"a\":\"]]]\"")]
    [InlineData("{\"a\":\"\\\"}\"")]
    [InlineData("{\"a\":\"\\\\\"")]
    [InlineData("{\"}\":1")]
    public void Brackets_within_text_end_nothing(string line)
    {
        var gathering = new JsonTextGathering();
        Assert.Null(gathering.Add(line));
        Assert.Equal(line + "\n}\n", gathering.Add("}"));
    }

    [Fact]
    public void Brackets_that_open_within_text_keep_nothing_open() => Assert.Equal("{\"a\":\"{[\"}\n", new JsonTextGathering().Add("{\"a\":\"{[\"}"));

    [Fact]
    public void Text_goes_on_over_a_line_break()
    {
        var gathering = new JsonTextGathering();
        Assert.Null(gathering.Add("{\"a\":\"x}"));
        Assert.Null(gathering.Add("y}"));
        Assert.Equal("{\"a\":\"x}\ny}\n\"}\n", gathering.Add("\"}"));
    }

    [Fact]
    public void Blank_lines_between_documents_are_nothing()
    {
        var gathering = new JsonTextGathering();
        Assert.Null(gathering.Add(""));
        Assert.Null(gathering.Add(" \t"));
        Assert.False(gathering.HasRest);
        Assert.Equal("\n \t\n{}\n", gathering.Add("{}"));
    }

    [Fact]
    public void What_is_no_JSON_is_given_at_once_for_the_reader_to_say_so() => Assert.Equal("No,Date\n", new JsonTextGathering().Add("No,Date"));

    [Fact]
    public void What_is_left_at_the_end_is_taken_and_forgotten()
    {
        var gathering = new JsonTextGathering();
        gathering.Add("{\"a\":\"b\\");
        Assert.True(gathering.HasRest);
        Assert.Equal("{\"a\":\"b\\\n", gathering.Take());
        Assert.False(gathering.HasRest);
        Assert.Null(gathering.Add("{"));
        Assert.Equal("{\n}\n", gathering.Add("}"));
    }
}
