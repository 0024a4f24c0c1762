#if !NET9_0_OR_GREATER
namespace System.Security.Cryptography.X509Certificates;

/// <summary>What .NET 9 has of its own.</summary>
internal static class X509CertificateLoader
{
    internal static X509Certificate2 LoadPkcs12(byte[] bytes, string? password) => new(bytes, password);
}
#endif
