using System.Globalization;
using System.Text;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Faults;

/// <summary>Makes trouble of all kinds at a rate: which request has which depends on the seed and the request's number alone.</summary>
public sealed class SeededFaults : IFaultPlan
{
    private const int MaxCutBytes = 8000;

    private static readonly FaultKind[] AllKinds = [.. Enumerable.Range(0, (int)FaultKind.LandsLate + 1).Select(number => (FaultKind)number)];

    private readonly FaultSettings settings;
    private readonly IReadOnlyList<FaultKind> kinds;
    private readonly long[] counts = new long[AllKinds.Length];
    private long requests;
    private long outageEnds;
    private long outages;

    /// <summary>A plan.</summary>
    /// <param name="settings">How much trouble.</param>
    public SeededFaults(FaultSettings settings)
    {
        this.settings = settings;
        kinds = settings.Kinds.Count > 0 ? settings.Kinds : AllKinds;
    }

    /// <summary>Requests seen.</summary>
    public long Requests => Interlocked.Read(ref requests);

    /// <summary>Outages so far.</summary>
    public long Outages => Interlocked.Read(ref outages);

    /// <summary>How often each kind was made.</summary>
    internal IReadOnlyDictionary<FaultKind, long> Counts => AllKinds.ToDictionary(kind => kind, kind => Interlocked.Read(ref counts[(int)kind]));

    /// <inheritdoc/>
    Fault? IFaultPlan.Next(HttpRequest request)
    {
        long number = Interlocked.Increment(ref requests);
        var chance = new Chance(settings.Seed, number);
        if (IsOut(number, ref chance))
            return new Fault { Answer = HttpResponse.FromText(503, "Out of service by the fault plan.") };
        if (chance.Next() >= settings.Rate)
            return null;
        FaultKind kind = kinds[chance.Below(kinds.Count)];
        Interlocked.Increment(ref counts[(int)kind]);
        return Of(kind, ref chance);
    }

    private bool IsOut(long number, ref Chance chance)
    {
        if (settings.RequestsBetweenOutages <= 0)
            return false;
        if (number < Interlocked.Read(ref outageEnds))
            return true;
        if (chance.Next() * settings.RequestsBetweenOutages >= 1)
            return false;
        Interlocked.Increment(ref outages);
        Interlocked.Exchange(ref outageEnds, number + settings.OutageRequests);
        return true;
    }

    private Fault Of(FaultKind kind, ref Chance chance) => kind switch
    {
        FaultKind.Delay => new Fault { IsProcessed = true, Delivery = HttpDelivery.Delayed(Part(ref chance)) },
        FaultKind.HangBefore => new Fault { Delivery = HttpDelivery.Never },
        FaultKind.HangAfter => new Fault { IsProcessed = true, Delivery = HttpDelivery.Never },
        FaultKind.CutBefore => new Fault { Delivery = HttpDelivery.NoResponse },
        FaultKind.ResponseLost => new Fault { IsProcessed = true, Delivery = HttpDelivery.NoResponse },
        FaultKind.CutWithin => new Fault { IsProcessed = true, Delivery = HttpDelivery.CutAfter(chance.Below(MaxCutBytes)) },
        FaultKind.ResetBefore => new Fault { Delivery = HttpDelivery.NoResponse with { Reset = true } },
        FaultKind.ResetAfter => new Fault { IsProcessed = true, Delivery = HttpDelivery.CutAfter(chance.Below(MaxCutBytes)) with { Reset = true } },
        FaultKind.Html => new Fault { Answer = Page(502) },
        FaultKind.HtmlAfter => new Fault { IsProcessed = true, Answer = Page(200) },
        FaultKind.TooMany => new Fault { Answer = HttpResponse.FromText(429, "Too many requests") },
        FaultKind.TooManySeconds => TooMany(Math.Ceiling(settings.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
        FaultKind.TooManyDate => TooMany((settings.Clock.GetUtcNow() + settings.RetryAfter).ToString("r", CultureInfo.InvariantCulture)),
        FaultKind.Limit => new Fault { Answer = Refusal("3108") },
        FaultKind.ServerError => new Fault { IsProcessed = true, Answer = HttpResponse.FromText(500, "Internal server error") },
        FaultKind.BadGateway => new Fault { Answer = HttpResponse.FromText(502, "Bad gateway") },
        FaultKind.Unavailable => new Fault { Answer = HttpResponse.FromText(503, "Service unavailable") },
        FaultKind.GatewayTimeout => new Fault { IsProcessed = true, Answer = HttpResponse.FromText(504, "Gateway timeout") },
        FaultKind.Network => new Fault { Answer = Refusal(NetworkCode(ref chance)) },
        FaultKind.NetworkAfter => new Fault { IsProcessed = true, Answer = Refusal(NetworkCode(ref chance)) },
        FaultKind.Signing => new Fault { Answer = Refusal(chance.Below(2) == 0 ? "2146" : "2147") },
        FaultKind.Refuse => new Fault { RefusesFor = Part(ref chance), Delivery = HttpDelivery.NoResponse },
        FaultKind.LandsLate => new Fault { LandsAfter = Part(ref chance), Delivery = HttpDelivery.NoResponse },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of fault."),
    };

    private TimeSpan Part(ref Chance chance) => TimeSpan.FromMilliseconds(settings.MaxDelay.TotalMilliseconds * chance.Next());

    private static string NetworkCode(ref Chance chance) => "OCTA-20" + (char)('1' + chance.Below(8));

    private static Fault TooMany(string retryAfter) =>
        new() { Answer = HttpResponse.FromText(429, "Too many requests") with { Headers = [new("Retry-After", retryAfter)] } };

    private static HttpResponse Refusal(string code) => SandboxAnswer.Refusal(Codes.Of(code)).Response;

    private static HttpResponse Page(int status) => new(status, Encoding.UTF8.GetBytes("<html><body><h1>Proxy error</h1></body></html>"), "text/html; charset=utf-8");

    /// <summary>Random numbers that depend on seed and request alone, whatever thread asks (splitmix64).</summary>
    private struct Chance(int seed, long number)
    {
        private ulong state = ((ulong)(uint)seed << 40) ^ (ulong)number;

        internal double Next()
        {
            state += 0x9E3779B97F4A7C15;
            ulong mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }

        internal int Below(int end) => (int)(Next() * end);
    }
}
