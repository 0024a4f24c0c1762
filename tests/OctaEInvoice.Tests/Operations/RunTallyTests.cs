using OctaEInvoice.Chaos;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Tests.Operations;

public class RunTallyTests
{
    [Fact]
    public void It_says_what_is_in_doubt_by_name_and_how_much_was_not_sent()
    {
        var tally = new RunTally();
        tally.Add(Outcomes.CutOff(ChaosDocuments.Draft("A/1")));
        tally.Add(Outcomes.Skipped(ChaosDocuments.Draft("A/2"), null));
        tally.AddUnsent();
        Assert.Equal("1 document is in doubt (INV A/1). 2 documents were not sent.", tally.Describe(isInputRead: true));
    }

    [Fact]
    public void Of_many_in_doubt_the_first_are_named()
    {
        var tally = new RunTally();
        for (int i = 1; i <= 7; i++)
            tally.Add(Outcomes.CutOff(ChaosDocuments.Draft(ChaosDocuments.Number("B", i))));
        tally.AddUnsent();
        string first = string.Join(", ", Enumerable.Range(1, 5).Select(index => "INV " + ChaosDocuments.Number("B", index)));
        Assert.Equal($"7 documents are in doubt ({first}, ...). 1 document was not sent. What was still to come in the input was not read.", tally.Describe(isInputRead: false));
    }

    [Fact]
    public void With_nothing_open_it_says_nothing() => Assert.Equal("", new RunTally().Describe(isInputRead: true));
}
