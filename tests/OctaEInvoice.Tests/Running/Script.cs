using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Running;

/// <summary>A server that gives one answer after the other, the last one for good, and remembers what was asked.</summary>
internal sealed class Script : IDisposable
{
    /// <summary>A gateway that lost the answer.</summary>
    internal static readonly HttpResponse Lost = HttpResponse.FromText(504, "gateway timeout");

    /// <summary>No answer at all.</summary>
    internal static readonly HttpResponse Silence = HttpResponse.FromText(200, "") with { Delivery = HttpDelivery.Never };

    private readonly ScriptedServer server;
    private readonly ConcurrentQueue<string> calls = new();

    internal Script(params HttpResponse[] answers)
        : this(null, answers)
    {
    }

    internal Script(TimeProvider? clock, params HttpResponse[] answers) => server = new ScriptedServer(
        (number, request) =>
        {
            string query = string.Join('&', request.Query.Select(pair => $"{pair.Key}={pair.Value}"));
            calls.Enqueue($"{request.Path[(request.Path.LastIndexOf('/') + 1)..]}?{query}");
            LastBody = Encoding.UTF8.GetString(request.Body.Span);
            Called?.Invoke(number);
            return answers[Math.Min(number, answers.Length) - 1];
        },
        clock);

    /// <summary>Told of each call by its number, before the answer.</summary>
    internal Action<int>? Called { get; set; }

    internal OctaClient Client => server.Client;

    /// <summary>Endpoint and query of each call.</summary>
    internal string[] Calls => [.. calls];

    /// <summary>The endpoints alone.</summary>
    internal string Endpoints => string.Join(' ', calls.Select(call => call[..call.IndexOf('?', StringComparison.Ordinal)]));

    /// <summary>When each call came, by the clock given.</summary>
    internal TimeSpan[] Times => [.. server.Arrivals.Select(arrival => arrival.Time)];

    internal string LastBody { get; private set; } = "";

    /// <summary>A success with these fields.</summary>
    internal static HttpResponse Success(object fields)
    {
        string json = JsonSerializer.Serialize(fields);
        return new HttpResponse(200, Encoding.UTF8.GetBytes("{\"Success\":true," + json[1..]));
    }

    internal static HttpResponse Refusal(string code) => ScriptedServer.Refusal(code);

    public void Dispose() => server.Dispose();
}
