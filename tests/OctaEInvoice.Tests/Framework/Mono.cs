namespace OctaEInvoice.Tests.Framework;

/// <summary>The runtime of .NET Framework's programs on Unix, which lacks some of it.</summary>
internal static class Mono
{
    internal const string HasNoCertificateRequest = "Mono has no CertificateRequest.";

    internal static bool IsHere { get; } = Type.GetType("Mono.Runtime") is not null;
}
