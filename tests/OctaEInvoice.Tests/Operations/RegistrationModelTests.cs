using FsCheck;
using FsCheck.Fluent;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Tests.Operations;

public class RegistrationModelTests
{
    private const int Runs = 20_000;
    private const int MaxSteps = 80;

    [Fact]
    public void Under_any_sequence_of_troubles_the_verdict_is_true() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), troubles => Travels(troubles).Label("verdict")).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithQuietOnSuccess(true));

    private static bool Travels(int[] troubles)
    {
        for (int start = 0; start <= 4; start++)
            foreach (bool beginsInDoubt in new[] { false, true })
                Travel(new ModelPortal(start, troubles), beginsInDoubt, stopAfter: troubles.Length > 0 && troubles[0] % 11 == 0 ? troubles.Length / 2 : int.MaxValue);
        return true;
    }

    private static void Travel(ModelPortal portal, bool beginsInDoubt, int stopAfter)
    {
        var machine = new RegistrationMachine(wantsEwb: true, hasTypedIrn: true);
        if (beginsInDoubt)
            machine.BeginInDoubt();
        for (int step = 0; machine.Step != RegistrationStep.Finish; step++)
        {
            Assert.True(step < MaxSteps, "It does not end.");
            if (step >= stopAfter)
                machine.GiveUp();
            else
                machine.After(portal.Answer(machine.Step));
        }
        Assert.Equal(0, portal.SendsAfterDuplicate);
        Assert.True(portal.Sends <= 6, $"sent {portal.Sends} times");
        Judge(machine.Verdict, portal, beginsInDoubt);
    }

    // An earlier run's own request may have landed before this one began, which is why nothing is concluded from "in doubt".
    private static void Judge(RegistrationVerdict verdict, ModelPortal portal, bool beganInDoubt)
    {
        switch (verdict)
        {
            case RegistrationVerdict.Registered or RegistrationVerdict.RegisteredWithoutEwb or RegistrationVerdict.Recovered or RegistrationVerdict.RecoveredWithoutEwb:
                Assert.Equal(AdoptionVerdict.Same, portal.Taken);
                break;
            case RegistrationVerdict.Conflict:
                Assert.Equal(AdoptionVerdict.Different, portal.Taken);
                break;
            case RegistrationVerdict.RegisteredDataMissing:
                Assert.NotNull(portal.Taken);
                break;
            case RegistrationVerdict.Rejected:
                Assert.False(portal.HasRegistered);
                Assert.True(portal.IsFaulty || portal.Taken is not null || !portal.MayStillLand, "rejected, although a request may still land");
                break;
            case RegistrationVerdict.NotSent:
                Assert.False(beganInDoubt);
                Assert.False(portal.HasRegistered);
                Assert.False(portal.MayStillLand);
                break;
        }
    }
}
