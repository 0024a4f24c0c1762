using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.Cancellation;
using OctaEInvoice.Engine.Operations.EwayBills;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Tests.Operations;

public class ReliabilityTableTests
{
    public static TheoryData<string, string> Registrations => ReliabilityPage.Rows("generateirn");

    public static TheoryData<string, string> Cancellations => ReliabilityPage.Rows("cancelirn and cancelewb");

    public static TheoryData<string, string> EwayBills => ReliabilityPage.Rows("generateewbbyirn");

    [Theory]
    [MemberData(nameof(Registrations))]
    public void A_registration_goes_on_as_the_page_says(string answers, string follows)
    {
        var machine = new RegistrationMachine(wantsEwb: true, hasTypedIrn: true);
        foreach (string answer in ReliabilityPage.Answers(answers))
        {
            if (answer == "stop")
                machine.GiveUp();
            else
                machine.After(Facts(answer));
        }
        Assert.Equal(follows, machine.Step == RegistrationStep.Finish ? machine.Verdict.ToString() : machine.Step.ToString());
    }

    [Theory]
    [MemberData(nameof(Cancellations))]
    public void A_cancellation_goes_on_as_the_page_says(string answers, string follows)
    {
        var machine = new CancelMachine(canLookUp: true);
        foreach (string answer in ReliabilityPage.Answers(answers))
        {
            if (answer == "stop")
                machine.GiveUp();
            else
                machine.After(new CancelFacts(Kind(answer), Codes(answer), Status(answer)));
        }
        Assert.Equal(follows, machine.Step == CancelStep.Finish ? machine.Verdict.ToString() : machine.Step.ToString());
    }

    [Theory]
    [MemberData(nameof(EwayBills))]
    public void An_eway_bill_goes_on_as_the_page_says(string answers, string follows)
    {
        var machine = new EwbMachine();
        foreach (string answer in ReliabilityPage.Answers(answers))
        {
            if (answer == "stop")
                machine.GiveUp();
            else
                machine.After(new EwbFacts(Kind(answer), Codes(answer), Status(answer)));
        }
        Assert.Equal(follows, machine.Step == EwbStep.Finish ? machine.Verdict.ToString() : machine.Step.ToString());
    }

    [Fact]
    public void A_cancellation_without_a_look_up_is_sent_again_and_believes_cancelled_already_only_after_its_own_attempt()
    {
        var doubtful = new CancelMachine(canLookUp: false);
        Assert.Equal(CancelStep.CancelAgain, doubtful.After(new CancelFacts(AnswerKind.Unclear, [])));
        doubtful.After(new CancelFacts(AnswerKind.Refused, ["OCTA-154"]));
        Assert.Equal(CancelVerdict.FoundCancelled, doubtful.Verdict);

        var first = new CancelMachine(canLookUp: false);
        first.After(new CancelFacts(AnswerKind.Refused, ["OCTA-154"]));
        Assert.Equal(CancelVerdict.Rejected, first.Verdict);
    }

    [Fact]
    public void A_code_that_may_also_mean_not_yours_leaves_an_unanswered_cancellation_in_doubt_where_nothing_can_be_looked_up()
    {
        var machine = new CancelMachine(canLookUp: false);
        machine.After(new CancelFacts(AnswerKind.Unclear, []));
        machine.After(new CancelFacts(AnswerKind.Refused, ["OCTA-157", "4057"]));
        Assert.Equal(CancelVerdict.InDoubt, machine.Verdict);
    }

    [Fact]
    public void An_e_way_bill_that_comes_late_leaves_a_recovered_document_recovered()
    {
        var machine = new RegistrationMachine(wantsEwb: true, hasTypedIrn: false);
        machine.BeginWithoutEwb(wasRecovered: true);
        machine.After(new RegistrationFacts(AnswerKind.Success, []));
        Assert.Equal(RegistrationVerdict.Recovered, machine.Verdict);
    }

    private static RegistrationFacts Facts(string answer) => answer switch
    {
        "ok" => new RegistrationFacts(AnswerKind.Success, [], HasEwb: true),
        "ok-no-ewb" => new RegistrationFacts(AnswerKind.Success, []),
        "same" => new RegistrationFacts(AnswerKind.Success, [], AdoptionVerdict.Same, HasEwb: true),
        "same-no-ewb" => new RegistrationFacts(AnswerKind.Success, [], AdoptionVerdict.Same),
        "other" => new RegistrationFacts(AnswerKind.Success, [], AdoptionVerdict.Different),
        "cancelled" => new RegistrationFacts(AnswerKind.Success, [], AdoptionVerdict.Cancelled),
        "unsigned" => new RegistrationFacts(AnswerKind.Success, [], AdoptionVerdict.Unknown),
        _ => new RegistrationFacts(Kind(answer), Codes(answer)),
    };

    private static AnswerKind Kind(string answer) => answer switch
    {
        "ok" or "is-active" or "is-cancelled" => AnswerKind.Success,
        "unclear" => AnswerKind.Unclear,
        "not-sent" => AnswerKind.NotSent,
        _ => AnswerKind.Refused,
    };

    private static string[] Codes(string answer) => answer switch
    {
        "none" => ["2148"],
        "unlisted" => ["7777"],
        _ when Kind(answer) == AnswerKind.Refused => [answer],
        _ => [],
    };

    private static RecordStatus Status(string answer) => answer switch
    {
        "is-active" => RecordStatus.Active,
        "is-cancelled" => RecordStatus.Cancelled,
        _ => RecordStatus.Unknown,
    };
}
