using System.Net.Sockets;
using OctaEInvoice.Chaos;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Faults;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Tests.Sandbox.Faults;

public class SeededFaultsTests
{
    [Fact]
    public void Refused_connections_cost_no_document_its_registration()
    {
        var faults = new SeededFaults(new FaultSettings { Rate = 0.4, Seed = 3, Kinds = [FaultKind.Refuse], MaxDelay = TimeSpan.FromMilliseconds(100) });
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { Faults = faults });
        Tally tally = ChaosClient.Register(new SandboxAddress(server.BaseUri, server.KeyId, server.KeySecret), null, Enumerable.Range(1, 30).Select(index => ChaosDocuments.Draft(ChaosDocuments.Number("R", index))));
        Assert.Equal(30, tally.Registered);
        Assert.True(faults.Counts[FaultKind.Refuse] > 0);
    }

    [Fact]
    public async Task Refused_connections_are_refused_for_a_while_and_then_no_more()
    {
        // On a busy machine a short absence may be over before anybody looks.
        bool wasRefused = false;
        for (TimeSpan absence = TimeSpan.FromMilliseconds(200); !wasRefused && absence < TimeSpan.FromMinutes(1); absence *= 3)
        {
            using SandboxServer server = SandboxServer.Start(new SandboxOptions { FaultPlan = new OneAbsence(absence) });
            using var client = new HttpClient();
            await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(server.BaseUri));
            for (bool isBack = false; !isBack; isBack = await ConnectAsync(server) is null)
                wasRefused |= await ConnectAsync(server) == SocketError.ConnectionRefused;
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await client.GetAsync(server.BaseUri)).StatusCode);
        }
        Assert.True(wasRefused);
    }

    [Fact]
    public void Many_faulty_requests_get_the_client_blocked_and_stop_the_run()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { BlockAfterBadRequests = 3 });
        var address = new SandboxAddress(server.BaseUri, server.KeyId, server.KeySecret);
        ChaosClient.Register(address, null, Enumerable.Range(1, 3).Select(index => ChaosDocuments.Draft(ChaosDocuments.Number("B", index), document => document["BuyerDtls"]!["Loc"] = "X")));
        Tally blocked = ChaosClient.Register(address, null, [ChaosDocuments.Draft("B9")]);
        Assert.Equal(OctaEInvoice.Engine.Errors.RunStop.ClientBlocked, blocked.Stopped);
        Assert.Empty(server.Documents);
    }

    /// <summary>What a connection fails by; null for one that is made.</summary>
    private static async Task<SocketError?> ConnectAsync(SandboxServer server)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(server.BaseUri.Host, server.BaseUri.Port);
            return null;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode;
        }
    }

    /// <summary>The first request closes the port for a while.</summary>
    private sealed class OneAbsence(TimeSpan time) : IFaultPlan
    {
        private int requests;

        public Fault? Next(HttpRequest request) =>
            Interlocked.Increment(ref requests) == 1 ? new Fault { RefusesFor = time, Delivery = HttpDelivery.NoResponse } : null;
    }
}
