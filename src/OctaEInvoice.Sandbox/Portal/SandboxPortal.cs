using OctaEInvoice.Sandbox.Signing;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>What all endpoints share: the register, the portal's signature, its clock, and errors on demand.</summary>
internal sealed class SandboxPortal(IrnRegister register, SigningKey key, TimeProvider clock)
{
    internal IrnRegister Register { get; } = register;

    internal ErrorTriggers Triggers { get; } = new();

    internal JwtSigner Signer { get; } = new(key);

    /// <summary>The moment in India, without fractions of a second, as the portal states it.</summary>
    internal IndiaTime Now
    {
        get
        {
            DateTimeOffset now = clock.GetUtcNow();
            return new IndiaTime(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));
        }
    }
}
