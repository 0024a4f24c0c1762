namespace OctaEInvoice.Tests.Framework;

/// <summary>The runtime of .NET Framework's programs on Unix, which lacks some of it.</summary>
internal static class Mono
{
    internal const string HasNoCertificateRequest = "Mono has no CertificateRequest.";

    internal const string ReadsNoKeys = "Mono gives a key of its own for that of a certificate.";

    internal static bool IsHere { get; } = Type.GetType("Mono.Runtime") is not null;
}
