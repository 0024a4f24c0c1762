using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.EwayBills;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Tests.Operations;

public class EwbModelTests
{
    private const int Depth = 6;
    private const int MaxSteps = 14;
    private const int MaxRequests = 7;

    public static TheoryData<string> Starts => [.. Enum.GetNames<Start>()];

    [Theory]
    [MemberData(nameof(Starts))]
    public void After_every_order_of_events_the_verdict_is_true(string start)
    {
        var choices = new Choices(Depth);
        do
            Run(new Portal(Enum.Parse<Start>(start), choices), stopsAfter: int.MaxValue, choices);
        while (choices.MoveNext());
        Assert.True(choices.Ways > 1000, $"{choices.Ways} ways");
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_stop_after_any_step_leaves_the_verdict_true(string start)
    {
        for (int stopsAfter = 0; stopsAfter < 5; stopsAfter++)
        {
            var choices = new Choices(Depth - 1);
            do
                Run(new Portal(Enum.Parse<Start>(start), choices), stopsAfter, choices);
            while (choices.MoveNext());
        }
    }

    private static void Run(Portal portal, int stopsAfter, Choices choices)
    {
        var machine = new EwbMachine();
        for (int step = 0; machine.Kind != StepKind.Finish; step++)
        {
            Assert.True(step < MaxSteps, $"It does not end: {choices}");
            if (step == stopsAfter)
                machine.GiveUp();
            else
                machine.After(machine.Kind == StepKind.LookUp ? portal.Fetch() : portal.Make());
        }
        Assert.True(portal.Requests <= MaxRequests, $"asked {portal.Requests} times: {choices}");
        Assert.True(IsTrue(machine.Verdict, portal), $"{machine.Verdict}: {choices}");
    }

    private static bool IsTrue(EwbVerdict verdict, Portal portal) => verdict switch
    {
        EwbVerdict.Made or EwbVerdict.Adopted or EwbVerdict.DataMissing => portal.Status == RecordStatus.Active,
        EwbVerdict.Rejected => !portal.MadeByThisRun && (!portal.MayStillLand || portal.IsFaulty),
        EwbVerdict.NotSent => !portal.MadeByThisRun && !portal.MayStillLand,
        _ => true,
    };

    /// <summary>What the IRN has of e-way bills when the run begins.</summary>
    private enum Start
    {
        None,
        Active,
        CancelledBefore,

        /// <summary>A document of services: every request is refused.</summary>
        Faulty,
    }

    private sealed class Portal(Start start, Choices choices) : LossyPortal(choices)
    {
        /// <summary>Unknown while there is none.</summary>
        internal RecordStatus Status { get; private set; } = start switch { Start.Active => RecordStatus.Active, Start.CancelledBefore => RecordStatus.Cancelled, _ => RecordStatus.Unknown };

        internal bool MadeByThisRun { get; private set; }

        internal bool IsFaulty => start == Start.Faulty;

        internal EwbFacts Make()
        {
            (AnswerKind kind, string[] codes) = Ask();
            return new EwbFacts(kind, codes, RecordStatus.Active);
        }

        internal EwbFacts Fetch()
        {
            // A success without a number says nothing; whoever makes facts of answers calls it unclear.
            if (LookUpTrouble() is (AnswerKind kind, string[] codes))
                return new EwbFacts(kind == AnswerKind.Success ? AnswerKind.Unclear : kind, codes);
            return Status == RecordStatus.Unknown ? new EwbFacts(AnswerKind.Refused, ["4005"]) : new EwbFacts(AnswerKind.Success, [], Status);
        }

        protected override (AnswerKind Kind, string[] Codes) Process()
        {
            if (IsFaulty)
                return Refused("4010");
            if (Status == RecordStatus.Active)
                return Refused("4002");
            Status = RecordStatus.Active;
            MadeByThisRun = true;
            return (AnswerKind.Success, []);
        }
    }
}
