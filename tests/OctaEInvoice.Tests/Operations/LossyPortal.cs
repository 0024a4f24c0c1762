using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Operations;

/// <summary>A portal whose answers get lost, come late or say nothing, as the choices want it; what it does, its heirs say.</summary>
internal abstract class LossyPortal(Choices choices)
{
    /// <summary>A request is still on its way.</summary>
    internal bool MayStillLand { get; private set; }

    /// <summary>Requests that were to change something.</summary>
    internal int Requests { get; private set; }

    /// <summary>Does what is asked for, or refuses it.</summary>
    protected abstract (AnswerKind Kind, string[] Codes) Process();

    protected (AnswerKind Kind, string[] Codes) Ask()
    {
        Land();
        Requests++;
        switch (choices.Pick(11))
        {
            case 0:
                return (AnswerKind.Unclear, []);
            case 1:
                Process();
                return (AnswerKind.Unclear, []);
            case 2:
                MayStillLand = true;
                return (AnswerKind.Unclear, []);
            case 3:
                Process();
                return Refused("OCTA-206");
            case 4:
                return Refused("OCTA-208");
            case 5:
                return (AnswerKind.NotSent, []);
            case 6:
                return Refused("5001");
            case 7:
                return Refused("52");
            // A code that no list has: nobody can say what it proves.
            case 8:
                return Refused("7777");
            case 9:
                Process();
                return Refused("7777");
            default:
                return Process();
        }
    }

    /// <summary>What comes instead of an honest answer to a look-up; null for that one.</summary>
    protected (AnswerKind Kind, string[] Codes)? LookUpTrouble()
    {
        Land();
        return choices.Pick(4) switch
        {
            0 => (AnswerKind.Unclear, []),
            1 => Refused("OCTA-204"),
            // A success that says nothing of the status.
            2 => (AnswerKind.Success, []),
            _ => null,
        };
    }

    protected static (AnswerKind Kind, string[] Codes) Refused(string code) => (AnswerKind.Refused, [code]);

    private void Land()
    {
        if (!MayStillLand || choices.Pick(2) == 0)
            return;
        MayStillLand = false;
        Process();
    }
}
