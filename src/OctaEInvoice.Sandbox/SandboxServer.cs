using System.Collections.Concurrent;
using System.Security.Cryptography;
using OctaEInvoice.Sandbox.Faults;
using OctaEInvoice.Sandbox.Handlers;
using OctaEInvoice.Sandbox.Http;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Signing;
using OctaEInvoice.Sandbox.State;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox;

/// <summary>An Octa server on this machine: the endpoints of octa-api.txt with NIC's rules behind them. Nothing is registered with the government.</summary>
/// <remarks>
/// Every answer has the header Octa-Sandbox: 1. A document number asks for an error by its form ERR[step]-code[-times][/anything]:
/// ERR-OCTA-204 fails generateirn, ERR-2146-2 fails it twice, ERRD- registers and then fails, ERRL- fails look-ups, ERRC- cancelirn,
/// ERRE- the e-way bill, ERRX- cancelewb; getgstin fails for GSTINs such as 29ERNIC3029A1ZE. docs/sandbox.md has all of it.
/// </remarks>
public sealed class SandboxServer : IDisposable
{
    private const string Root = "/api/einvoice/";

    private static readonly KeyValuePair<string, string> Mark = new("Octa-Sandbox", "1");

    private readonly ConcurrentDictionary<string, long> requests = new(StringComparer.Ordinal);
    private readonly HttpRoutes routes = new();
    private readonly SandboxOptions options;
    private readonly StateFile? state;
    private readonly IrnRegister register;
    private readonly Login login;
    private readonly SigningKey key;
    private readonly LoopbackHttpServer http;
    private long badRequests;

    private SandboxServer(SandboxOptions options)
    {
        this.options = options;
        state = options.StatePath is null ? null : StateFile.Open(options.StatePath, NewHeader);
        try
        {
            StateHeader header = state?.Header ?? NewHeader();
            login = new Login(options.KeyId ?? header.KeyId, options.KeySecret ?? header.KeySecret);
            key = header.SigningKey;
            register = new IrnRegister(state);
            state?.Restore(register);
            foreach (IHandler endpoint in HandlerList.Of(new SandboxPortal(register, key, options.Clock)))
                Add(endpoint);
            http = LoopbackHttpServer.Start(options.Port, AnswerAsync, options.Clock);
        }
        catch
        {
            state?.Dispose();
            throw;
        }
    }

    /// <summary>Where the sandbox listens, such as http://127.0.0.1:49152/; to be given to clients as the base URI.</summary>
    public Uri BaseUri => http.BaseUri;

    /// <summary>Key Id that clients send.</summary>
    public string KeyId => login.KeyId;

    /// <summary>Key Secret that clients send.</summary>
    public string KeySecret => login.KeySecret;

    /// <summary>Public key of the signatures as PEM (SubjectPublicKeyInfo).</summary>
    public string PublicKeyPem => key.PublicKeyPem;

    /// <summary>Certificate of the signatures as PEM.</summary>
    public string CertificatePem => key.CertificatePem;

    /// <summary>Requests that reached an endpoint with the right key, by the endpoint's name, such as generateirn.</summary>
    public IReadOnlyDictionary<string, long> Requests => new Dictionary<string, long>(requests);

    /// <summary>Documents registered, cancelled ones too.</summary>
    public int RegisteredDocuments => register.Count;

    /// <summary>Requests refused for what they said and not for what is at the portal: faulty JSON, unknown names, broken rules. NIC blocks clients that send many.</summary>
    public long BadRequests => Interlocked.Read(ref badRequests);

    /// <summary>All documents at this moment.</summary>
    public IReadOnlyList<SandboxDocument> Documents => register.Snapshot();

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The running sandbox.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken, or not allowed to this account.</exception>
    /// <exception cref="IOException">The state file can't be opened, or another sandbox has it open.</exception>
    /// <exception cref="InvalidDataException">The state file is broken, or no sandbox's.</exception>
    public static SandboxServer Start(SandboxOptions? options = null) => new(options ?? new SandboxOptions());

    /// <summary>Stops listening and ends all connections.</summary>
    public void Dispose()
    {
        http.Dispose();
        state?.Dispose();
    }

    // Without a state file nobody compares signatures over a restart, and making a key takes a while.
    private StateHeader NewHeader() => new(
        options.KeyId ?? RandomText(),
        options.KeySecret ?? RandomText(),
        options.StatePath is null ? SigningKey.Shared : SigningKey.Create());

    private void Add(IHandler endpoint)
    {
        requests[endpoint.Name] = 0;
        routes.Add(endpoint.Method, Root + endpoint.Name, (request, _) => new ValueTask<HttpResponse>(Answer(endpoint, request)));
    }

    private HttpResponse Answer(IHandler endpoint, HttpRequest request)
    {
        requests.AddOrUpdate(endpoint.Name, 1, static (_, count) => count + 1);
        SandboxAnswer answer = endpoint.Answer(request);
        if (answer.IsBadRequest)
            Interlocked.Increment(ref badRequests);
        return answer.Response;
    }

    private async ValueTask<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (BadRequests >= options.BlockAfterBadRequests)
            return Sent(SandboxAnswer.Refusal(Codes.Of("3095")).Response, null);
        Fault? fault = (options.FaultPlan ?? options.Faults)?.Next(request);
        if (fault?.RefusesFor is TimeSpan away)
            http.RefuseFor(away);
        if (fault?.LandsAfter is TimeSpan after)
            _ = LandAsync(new HttpRequest(request.Head, request.Body.ToArray()), after, cancellation);
        HttpResponse response = fault is { IsProcessed: false }
            ? HttpResponse.FromText(503, "The sandbox is out of service by its fault plan.")
            : await ProcessAsync(request, cancellation).ConfigureAwait(false);
        return Sent(fault?.Answer ?? response, fault?.Delivery);
    }

    private async Task LandAsync(HttpRequest request, TimeSpan after, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(after, cancellation).ConfigureAwait(false);
            await ProcessAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The sandbox stopped before it landed.
        }
    }

    private ValueTask<HttpResponse> ProcessAsync(HttpRequest request, CancellationToken cancellation) =>
        login.Accepts(request.Headers["Authorization"])
            ? routes.AnswerAsync(request, cancellation)
            : new ValueTask<HttpResponse>(SandboxAnswer.WrongLogin().Response);

    private HttpResponse Sent(HttpResponse response, HttpDelivery? delivery)
    {
        HttpDelivery own = delivery ?? response.Delivery;
        return response with { Headers = [.. response.Headers, Mark], Delivery = own with { Delay = own.Delay + options.Latency } };
    }

    private static string RandomText()
    {
        byte[] bytes = new byte[15];
        using (RandomNumberGenerator random = RandomNumberGenerator.Create())
            random.GetBytes(bytes);
        return Convert.ToBase64String(bytes).Replace('+', 'A').Replace('/', 'B');
    }
}
