using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Tests.Operations;

/// <summary>The portal as the promise sees it: one key, free or taken, and answers that get lost, lie late or never come.</summary>
internal sealed class ModelPortal(int start, IReadOnlyList<int> troubles)
{
    private static readonly string[] OwnReasons = ["HTTP-401", "OCTA-200", "3095", "3108", "2146", "1005", "3028", "5001", "7777"];

    private int next;
    private bool isLate;

    /// <summary>What the key holds: nothing, this document, another, or a cancelled one.</summary>
    internal AdoptionVerdict? Taken { get; private set; } = start switch { 1 => AdoptionVerdict.Same, 2 => AdoptionVerdict.Different, 3 => AdoptionVerdict.Cancelled, _ => null };

    /// <summary>This run's own request registered it.</summary>
    internal bool HasRegistered { get; private set; }

    /// <summary>The document breaks a rule: it is refused whenever it is looked at.</summary>
    internal bool IsFaulty { get; } = start == 4;

    internal int Sends { get; private set; }

    internal int SendsAfterDuplicate { get; private set; }

    internal bool SaidDuplicate { get; private set; }

    /// <summary>A request is still on its way.</summary>
    internal bool MayStillLand => isLate;

    internal RegistrationFacts Answer(RegistrationStep step)
    {
        int trouble = Next();
        if (isLate && trouble % 3 == 0)
            Land();
        return step switch
        {
            RegistrationStep.Send or RegistrationStep.SendAgain => Send(trouble),
            RegistrationStep.AskForEwb => trouble % 2 == 0 ? new RegistrationFacts(AnswerKind.Success, []) : Refused("4010"),
            _ => LookUp(trouble),
        };
    }

    private RegistrationFacts Send(int trouble)
    {
        Sends++;
        if (SaidDuplicate)
            SendsAfterDuplicate++;
        switch (trouble % 12)
        {
            case 0:
                return new RegistrationFacts(AnswerKind.Unclear, []);
            case 1:
                Process();
                return new RegistrationFacts(AnswerKind.Unclear, []);
            case 2:
                isLate = true;
                return new RegistrationFacts(AnswerKind.Unclear, []);
            case 3:
                Process();
                return Refused("OCTA-206");
            case 4:
                return Refused("OCTA-208");
            case 5:
                return new RegistrationFacts(AnswerKind.NotSent, []);
            case 6:
                return Refused(OwnReasons[trouble / 12 % OwnReasons.Length]);
            default:
                RegistrationFacts answer = Process();
                SaidDuplicate |= answer.Codes.Contains("2150");
                return answer;
        }
    }

    private RegistrationFacts LookUp(int trouble) => (trouble % 5) switch
    {
        0 => new RegistrationFacts(AnswerKind.Unclear, []),
        1 => Refused("OCTA-204"),
        2 when trouble % 7 == 0 && Taken == AdoptionVerdict.Same => new RegistrationFacts(AnswerKind.Success, [], AdoptionVerdict.Unknown),
        _ => Taken is AdoptionVerdict found ? new RegistrationFacts(AnswerKind.Success, [], found, HasEwb: trouble % 2 == 0) : Refused("2148"),
    };

    private RegistrationFacts Process()
    {
        if (IsFaulty)
            return Refused("2240");
        if (Taken is not null)
            return Refused(Taken == AdoptionVerdict.Cancelled ? "2278" : "2150");
        Taken = AdoptionVerdict.Same;
        HasRegistered = true;
        return new RegistrationFacts(AnswerKind.Success, [], HasEwb: next % 2 == 0);
    }

    private void Land()
    {
        isLate = false;
        Process();
    }

    private int Next() => next < troubles.Count ? Math.Abs(troubles[next++] % 10_000) : 11 + (next++ % 2);

    private static RegistrationFacts Refused(string code) => new(AnswerKind.Refused, [code]);
}
