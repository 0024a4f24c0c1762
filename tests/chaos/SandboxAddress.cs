namespace OctaEInvoice.Chaos;

/// <summary>Where a sandbox listens, and its key.</summary>
internal sealed record SandboxAddress(Uri BaseUri, string KeyId, string KeySecret);
