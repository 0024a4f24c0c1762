using System.Net.Http.Headers;
using OctaEInvoice.Bench.Input;
using OctaEInvoice.Engine.Documents;

namespace OctaEInvoice.Bench.Wire;

/// <summary>What the wire gives: bytes that are ready are posted by HttpClient and the answers read, nothing else.</summary>
internal static class BareLoop
{
    internal static byte[][] Bodies(int documents) => [.. InvoiceRows.Drafts(documents, isGrouped: true).Select(draft => InvoiceJson.Write(draft.Invoice))];

    internal static int Run(Uri baseUri, int width, byte[][] bodies)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = width, UseProxy = false, UseCookies = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "YmVuY2g6YmVuY2g=");
        var address = new Uri(baseUri, "api/einvoice/generateirn");
        int next = -1;
        int answered = 0;
        async Task Worker()
        {
            while (Interlocked.Increment(ref next) is int index && index < bodies.Length)
            {
                using var content = new ByteArrayContent(bodies[index]);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
                using HttpResponseMessage response = await client.PostAsync(address, content);
                await response.Content.ReadAsByteArrayAsync();
                if (response.IsSuccessStatusCode)
                    Interlocked.Increment(ref answered);
            }
        }
        Task.WhenAll(Enumerable.Range(0, width).Select(_ => Task.Run(Worker))).GetAwaiter().GetResult();
        return answered;
    }
}
