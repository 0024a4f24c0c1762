namespace OctaEInvoice.Tests.Framework;

/// <summary>The runtime of .NET Framework's programs on Unix, which lacks some of it.</summary>
internal static class Mono
{
    internal const string HasNoCertificateRequest = "Mono has no CertificateRequest.";

    internal const string LosesConnections = "Mono's HTTP client is not .NET Framework's: of many requests at once it loses connections, and waits for minutes.";

    /// <summary>Rooms of tests that send many requests at once.</summary>
    internal static readonly string[] LosesConnectionsIn = ["Tests.Running", "Tests.Speed", "Tests.Chaos", "Tests.Sandbox.Faults"];

    internal static bool IsHere { get; } = Type.GetType("Mono.Runtime") is not null;
}
