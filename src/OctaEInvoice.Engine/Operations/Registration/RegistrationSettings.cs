using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>How documents of one run are registered.</summary>
public sealed class RegistrationSettings
{
    /// <summary>QR image and PDF wanted with each.</summary>
    public ImageRequest Images { get; init; } = ImageRequest.None;

    /// <summary>True when a sandbox answers.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Waits and limits.</summary>
    public ResilienceSettings Resilience { get; init; } = new();

    /// <summary>The journal (-JournalPath); null for none.</summary>
    public RunJournal? Journal { get; init; }
}
