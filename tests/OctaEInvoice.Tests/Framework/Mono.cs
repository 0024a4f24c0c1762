namespace OctaEInvoice.Tests.Framework;

/// <summary>The runtime of .NET Framework's programs on Unix, which lacks some of it.</summary>
internal static class Mono
{
    internal const string HasNoCertificateRequest = "Mono has no CertificateRequest.";

    internal const string IsTooSlow = "Under Mono runs of many requests miss the short time limits of these tests, and take minutes.";

    /// <summary>Rooms of tests that send many requests at once.</summary>
    internal static readonly string[] TooSlowFor = ["Tests.Running", "Tests.Speed", "Tests.Chaos", "Tests.Sandbox.Faults"];

    internal static bool IsHere { get; } = Type.GetType("Mono.Runtime") is not null;
}
