using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.Cancellation;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Tests.Operations;

public class CancelModelTests
{
    private const int Depth = 6;
    private const int MaxSteps = 14;
    private const int MaxRequests = 7;

    public static TheoryData<string, bool> Starts
    {
        get
        {
            var starts = new TheoryData<string, bool>();
            foreach (Start start in Enum.GetValues<Start>())
                foreach (bool canLookUp in new[] { true, false })
                    starts.Add(start.ToString(), canLookUp);
            return starts;
        }
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void After_every_order_of_events_the_verdict_is_true(string start, bool canLookUp)
    {
        var choices = new Choices(Depth);
        do
            Run(new Portal(Enum.Parse<Start>(start), choices), canLookUp, stopsAfter: int.MaxValue, choices);
        while (choices.MoveNext());
        Assert.True(choices.Ways > 1000, $"{choices.Ways} ways");
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_stop_after_any_step_leaves_the_verdict_true(string start, bool canLookUp)
    {
        for (int stopsAfter = 0; stopsAfter < 5; stopsAfter++)
        {
            var choices = new Choices(Depth - 1);
            do
                Run(new Portal(Enum.Parse<Start>(start), choices), canLookUp, stopsAfter, choices);
            while (choices.MoveNext());
        }
    }

    private static void Run(Portal portal, bool canLookUp, int stopsAfter, Choices choices)
    {
        var machine = new CancelMachine(canLookUp);
        for (int step = 0; machine.Kind != StepKind.Finish; step++)
        {
            Assert.True(step < MaxSteps, $"It does not end: {choices}");
            if (step == stopsAfter)
                machine.GiveUp();
            else
                machine.After(machine.Kind == StepKind.LookUp ? portal.LookUp() : portal.Cancel());
        }
        Assert.True(portal.Requests <= MaxRequests, $"sent {portal.Requests} times: {choices}");
        Assert.True(IsTrue(machine.Verdict, portal), $"{machine.Verdict}: {choices}");
    }

    private static bool IsTrue(CancelVerdict verdict, Portal portal) => verdict switch
    {
        CancelVerdict.Cancelled or CancelVerdict.FoundCancelled => portal.IsCancelled,
        CancelVerdict.CancelledBefore => portal.IsCancelled && !portal.CancelledByThisRun,
        // What a look-up calls active is believed: an attempt that is then still on its way, and lands after another was refused, is told as refused.
        CancelVerdict.Rejected => !portal.CancelledByThisRun,
        CancelVerdict.NotSent => !portal.CancelledByThisRun && !portal.MayStillLand,
        _ => true,
    };

    /// <summary>What the IRN or e-way bill is when the run begins.</summary>
    private enum Start
    {
        InForce,
        CancelledBefore,

        /// <summary>Past the 24 hours: every cancellation is refused.</summary>
        TooOld,

        NotThere,
    }

    private sealed class Portal(Start start, Choices choices) : LossyPortal(choices)
    {
        internal bool IsCancelled { get; private set; } = start == Start.CancelledBefore;

        internal bool CancelledByThisRun { get; private set; }

        internal CancelFacts Cancel()
        {
            (AnswerKind kind, string[] codes) = Ask();
            return new CancelFacts(kind, codes);
        }

        internal CancelFacts LookUp()
        {
            if (LookUpTrouble() is (AnswerKind kind, string[] codes))
                return new CancelFacts(kind, codes);
            return start == Start.NotThere
                ? new CancelFacts(AnswerKind.Refused, ["2148"])
                : new CancelFacts(AnswerKind.Success, [], IsCancelled ? RecordStatus.Cancelled : RecordStatus.Active);
        }

        protected override (AnswerKind Kind, string[] Codes) Process()
        {
            if (start == Start.NotThere)
                return Refused("2148");
            if (start == Start.TooOld)
                return Refused("2270");
            if (IsCancelled)
                return Refused("OCTA-154");
            IsCancelled = CancelledByThisRun = true;
            return (AnswerKind.Success, []);
        }
    }
}
