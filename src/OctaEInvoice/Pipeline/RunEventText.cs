using System.Globalization;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>The sentences for what a run reports. It knows no PowerShell, so that the tests of the Engine read the same words as the user.</summary>
internal static class RunEventText
{
    internal static string Describe(RunEvent happening) => happening switch
    {
        Retrying retry => Text("Trying again in {0:0.#} seconds: {1}", retry.Delay.TotalSeconds, retry.Detail),
        Throttled throttled => Text("The server asks to slow down: {0} All requests wait {1:0.#} seconds.", throttled.Detail, throttled.Wait.TotalSeconds),
        ServiceFailing failing => Describe(failing),
        ServiceDown down => Describe(down),
        ServiceBack back => Name(back.Service) + " answers again.",
        SellerBlocked blocked => $"NIC blocks {blocked.Gstin} for many faulty requests; its documents are not sent any more.",
        ImagesMissing missing => $"Images and PDF of IRN {missing.Irn} could not be fetched: {missing.Detail}",
        Stopped stopped => "The run stops: " + stopped.Detail,
        _ => happening.ToString(),
    };

    private static string Describe(ServiceFailing failing) => Text(
        "{0}{1} {2}: {3} {4}",
        Name(failing.Service),
        failing.Address is null ? "" : " at " + failing.Address,
        failing.IsReachable ? "did not answer as it should" : "can't be reached",
        failing.Detail.EndsWith(".", StringComparison.Ordinal) ? failing.Detail : failing.Detail + ".",
        Patience(failing));

    private static string Patience(ServiceFailing failing)
    {
        if (!failing.IsWaitedFor)
            return "Registrations go on; while it is down, documents come back without the e-way bill they ask for (OctaEwbMissing).";
        return failing.MaxOutage == TimeSpan.Zero
            ? "No outage is waited out (-MaxOutageMinutes 0): the next failure ends the run."
            : Text("It is tried again for up to {0:0.#} minutes (-MaxOutageMinutes); what follows stands in the verbose stream.", failing.MaxOutage.TotalMinutes);
    }

    private static string Describe(ServiceDown down) => down.IsWaitedFor
        ? Text(
            "{0} is down ({1}) One request probes it again in {2:0.#} seconds, the others wait; given up after {3:0.#} minutes, of which {4:0.#} have passed.",
            Name(down.Service),
            down.Detail,
            down.Wait.TotalSeconds,
            down.MaxOutage.TotalMinutes,
            down.Away.TotalMinutes)
        : Text("{0} is down ({1}) One request probes it again in {2:0.#} seconds; until it is back, registrations go on without e-way bills.", Name(down.Service), down.Detail, down.Wait.TotalSeconds);

    private static string Name(OctaService service) => service == OctaService.Ewb ? "The e-way bill service" : "The service";

    private static string Text(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
