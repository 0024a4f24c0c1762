using System.Collections.Concurrent;
using System.Net;
using System.Text;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Running;

/// <summary>A server that answers as a test says, and counts.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly LoopbackHttpServer http;
    // Long enough that requests which are sent side by side meet here; nothing waits for it.
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(3);

    private int requests;
    private int inside;

    internal ScriptedServer(Func<int, HttpRequest, HttpResponse> answer, TimeProvider? clock = null)
    {
        TimeProvider time = clock ?? TimeProvider.System;
        http = LoopbackHttpServer.Start(0, async (request, cancellation) =>
        {
            int number = Interlocked.Increment(ref requests);
            Requested.Enqueue(request);
            Arrivals.Enqueue((time.GetElapsedTime(0), Interlocked.Increment(ref inside)));
            await Task.Delay(Work, cancellation);
            if (BeforeAnswer is not null)
                await BeforeAnswer(number);
            HttpResponse response = answer(number, request);
            Interlocked.Decrement(ref inside);
            return response;
        });
        Client = new OctaClient(new ClientSettings { BaseUri = http.BaseUri, Credential = new NetworkCredential("id", "secret"), ConnectionLimit = 64 });
    }

    internal OctaClient Client { get; }

    /// <summary>What each request waits for before it is answered; nothing when null.</summary>
    internal Func<int, Task>? BeforeAnswer { get; set; }

    internal Uri BaseUri => http.BaseUri;

    /// <summary>When each request came, by the clock given, and how many were being answered then, itself included.</summary>
    internal ConcurrentQueue<(TimeSpan Time, int AtOnce)> Arrivals { get; } = new();

    internal ConcurrentQueue<HttpRequest> Requested { get; } = new();

    internal int Requests => Volatile.Read(ref requests);

    internal static HttpResponse Refusal(string code) => new(200, Encoding.UTF8.GetBytes($$"""{"Success":false,"Errors":[{"Code":"{{code}}","Message":"m"}]}"""));

    internal static HttpResponse Success(string irn) => new(200, Encoding.UTF8.GetBytes($$"""{"Success":true,"Irn":"{{irn}}","IrnStatus":"ACT","EwbNo":"1"}"""));

    public void Dispose()
    {
        Client.Dispose();
        http.Dispose();
    }
}
