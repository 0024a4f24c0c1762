using System.Net.Sockets;
using OctaEInvoice.Chaos;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Faults;

namespace OctaEInvoice.Tests.Sandbox;

public class SeededFaultsTests
{
    [Fact]
    public async Task Refused_connections_are_refused_for_a_while_and_then_no_more()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            Faults = new SeededFaults(new FaultSettings { Rate = 0.4, Seed = 3, Kinds = [FaultKind.Refuse], MostDelay = TimeSpan.FromMilliseconds(300) }),
        });
        int refused = 0;
        using var stop = new CancellationTokenSource();
        Task probing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var socket = new TcpClient();
                try
                {
                    await socket.ConnectAsync(server.BaseUri.Host, server.BaseUri.Port);
                }
                catch (SocketException fault)
                {
                    // One that waited to be accepted when the port closed is reset instead.
                    refused += fault.SocketErrorCode == SocketError.ConnectionRefused ? 1 : 0;
                }
                await Task.Delay(5);
            }
        });
        Tally tally = Client.Register(new SandboxAddress(server.BaseUri, server.KeyId, server.KeySecret), null, Enumerable.Range(1, 30).Select(index => Documents.Draft(Documents.Number("R", index))));
        await stop.CancelAsync();
        await probing;
        Assert.Equal(30, tally.Registered);
        Assert.True(refused > 0);
    }

    [Fact]
    public void Many_faulty_requests_get_the_client_blocked_and_stop_the_run()
    {
        using SandboxServer server = SandboxServer.Start(new SandboxOptions { BlockAfterBadRequests = 3 });
        var address = new SandboxAddress(server.BaseUri, server.KeyId, server.KeySecret);
        Client.Register(address, null, Enumerable.Range(1, 3).Select(index => Documents.Draft(Documents.Number("B", index), document => document["BuyerDtls"]!["Loc"] = "X")));
        Tally blocked = Client.Register(address, null, [Documents.Draft("B9")]);
        Assert.Equal(OctaEInvoice.Engine.Errors.RunStop.ClientBlocked, blocked.Stopped);
        Assert.Empty(server.Documents);
    }
}
