using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OctaEInvoice.Engine.SignedData;

namespace OctaEInvoice.Tests.Framework;

/// <summary>What the tests use of newer cryptography, as .NET has it.</summary>
internal static class CryptographyMembers
{
    extension(SHA256)
    {
        internal static byte[] HashData(ReadOnlySpan<byte> bytes)
        {
            using var hash = SHA256.Create();
            return hash.ComputeHash(bytes.ToArray());
        }
    }

    extension(RSA key)
    {
        // .NET Framework reads no PEM: here alone the product's reader proves the product's writer.
        internal void ImportFromPem(string pem)
        {
            using RSA read = PublicKeys.FromPem(pem);
            key.ImportParameters(read.ExportParameters(includePrivateParameters: false));
        }
    }

    extension(X509Certificate2)
    {
        internal static X509Certificate2 CreateFromPem(string pem) => new(Encoding.ASCII.GetBytes(pem));
    }
}
