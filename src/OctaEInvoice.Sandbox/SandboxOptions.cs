using OctaEInvoice.Sandbox.Faults;

namespace OctaEInvoice.Sandbox;

/// <summary>How a sandbox starts. The defaults give a sandbox on a free port with a random key, which forgets everything when it stops.</summary>
public sealed class SandboxOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Key Id that clients send; null for a random one, or the one of the state file.</summary>
    public string? KeyId { get; init; }

    /// <summary>Key Secret that clients send; null for a random one, or the one of the state file.</summary>
    public string? KeySecret { get; init; }

    /// <summary>File that keeps documents, numbers and keys from one start to the next; null keeps nothing.</summary>
    public string? StatePath { get; init; }

    /// <summary>What the sandbox takes for the time. Tests move it to pass the portal's limits of 24 hours and three days.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long each answer is held back.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Faults to inject; null for none.</summary>
    public SeededFaults? Faults { get; init; }

    /// <summary>A plan of a test's own, in place of seeded faults.</summary>
    internal IFaultPlan? FaultPlan { get; init; }

    /// <summary>Faulty requests after which the client is blocked by 3095, as NIC does; null for never.</summary>
    public long? BlockAfterBadRequests { get; init; }
}
