using System.Text;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class StateFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("octa-sandbox-").FullName;
    private readonly MovableClock clock = MovableClock.Start();

    private string StatePath => Path.Combine(folder, "state.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_restart_keeps_keys_documents_numbers_and_signatures()
    {
        IrnResult first, withEwb, cancelled;
        string keyId, keySecret, publicKey, certificate;
        using (SandboxSession session = Open())
        {
            first = await session.RegisterAsync("A/1");
            withEwb = await session.RegisterAsync("A/2", withEwb: true);
            cancelled = await session.RegisterAsync("A/3");
            await session.Client.CancelIrnAsync(SampleInvoice.Seller, cancelled.Irn!, IrnCancelReason.Duplicate, "Twice", default);
            (keyId, keySecret, publicKey, certificate) = (session.Server.KeyId, session.Server.KeySecret, session.Server.PublicKeyPem, session.Server.CertificatePem);
        }
        clock.Move(TimeSpan.FromHours(1));
        using (SandboxSession session = Open())
        {
            Assert.Equal((keyId, keySecret, publicKey, certificate), (session.Server.KeyId, session.Server.KeySecret, session.Server.PublicKeyPem, session.Server.CertificatePem));
            Assert.Equal(3, session.Server.RegisteredDocuments);
            IrnResult found = (await session.Client.GetIrnAsync(SampleInvoice.Seller, first.Irn!, ImageRequest.None, default)).Value!;
            Assert.Equal((first.AckNumber, first.AckTime, first.SignedInvoice, first.SignedQrCode), (found.AckNumber, found.AckTime, found.SignedInvoice, found.SignedQrCode));
            EwbResult ewb = (await session.Client.GetEwbByIrnAsync(SampleInvoice.Seller, withEwb.Irn!, pdf: true, default)).Value!;
            Assert.Equal((withEwb.EwbNumber, withEwb.EwbValidTill), (ewb.EwbNumber, ewb.EwbValidTill));
            Assert.Contains("100 km", Assert.Single(Print.PdfReader.ReadPages(ewb.EwbPdf!)));
            Assert.True((await session.Client.GenerateIrnAsync(SampleInvoice.Numbered("a/1"), ImageRequest.None, default)).Has("2150"));
            Assert.True((await session.Client.GenerateIrnAsync(SampleInvoice.Numbered("a/3"), ImageRequest.None, default)).Has("2278"));
            Assert.Equal("112610000000004", (await session.RegisterAsync("A/4")).AckNumber);
            Assert.Equal(AnswerKind.Success, (await session.Client.CancelEwbAsync(SampleInvoice.Seller, withEwb.EwbNumber!, EwbCancelReason.Others, "x", default)).Kind);
        }
        using (SandboxSession session = Open())
        {
            SandboxDocument second = session.Server.Documents.Single(document => document.Key.Number == "A/2");
            Assert.Equal((withEwb.EwbNumber, RecordStatus.Cancelled, RecordStatus.Active), (second.EwbNumber, second.EwbStatus, second.Status));
            EwbRequest request = new() { Irn = withEwb.Irn, Transport = new TransportDetails { TransporterId = "24ACPPM5624F1ZK", Distance = 10 } };
            Assert.Equal("191000000002", (await session.Client.GenerateEwbByIrnAsync(SampleInvoice.Seller, request, pdf: false, default)).Value!.EwbNumber);
        }
    }

    [Fact]
    public async Task A_line_cut_by_a_kill_is_forgotten()
    {
        using (SandboxSession session = Open())
        {
            await session.RegisterAsync("A/1");
            await session.RegisterAsync("A/2");
        }
        byte[] whole = await File.ReadAllBytesAsync(StatePath);
        await File.WriteAllBytesAsync(StatePath, whole[..^20]);
        using (SandboxSession session = Open())
        {
            Assert.Equal("A/1", Assert.Single(session.Server.Documents).Key.Number);
            await session.RegisterAsync("A/2");
        }
        using (SandboxSession session = Open())
            Assert.Equal(2, session.Server.RegisteredDocuments);
    }

    [SkippableFact]
    public async Task A_change_is_in_the_file_before_its_answer_arrives()
    {
        // The file is locked against .NET; cp passes advisory locks by, and sees what a kill would leave.
        ExternalTool cp = ExternalTool.Require("cp");
        using SandboxSession session = Open();
        await session.RegisterAsync("A/1");
        cp.Run(StatePath, StatePath + ".copy");
        using SandboxSession copy = new(new SandboxOptions { Clock = clock, StatePath = StatePath + ".copy" });
        Assert.Equal("A/1", Assert.Single(copy.Server.Documents).Key.Number);
    }

    [SkippableFact]
    public void The_file_belongs_to_its_owner_and_to_one_sandbox()
    {
        using SandboxSession session = Open();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StatePath));
        Assert.Throws<IOException>(() => Open());
    }

    [Theory]
    [InlineData("hello\n", "isn't a sandbox's state file")]
    [InlineData("hello", "isn't a sandbox's state file")]
    [InlineData("{\"a\":1}", "isn't a sandbox's state file")]
    [InlineData("{\"OctaSandbox\":2,\"KeyId\":\"a\"}\n", "isn't a sandbox's state file")]
    [InlineData("{\"OctaSandbox\":1,\"KeyId\":\"a\"}\n", "line 1")]
    public async Task Another_file_is_refused_and_left_alone(string content, string message)
    {
        await File.WriteAllTextAsync(StatePath, content);
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => Open());
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(StatePath));
    }

    [Fact]
    public async Task A_first_line_cut_by_a_kill_is_written_anew()
    {
        await File.WriteAllTextAsync(StatePath, "{\"OctaSandbox\":1,\"KeyI");
        using (SandboxSession session = Open())
            await session.RegisterAsync("A/1");
        using (SandboxSession session = Open())
            Assert.Equal(1, session.Server.RegisteredDocuments);
    }

    [Fact]
    public async Task A_broken_line_is_named()
    {
        using (SandboxSession session = Open())
            await session.RegisterAsync("A/1");
        await File.AppendAllTextAsync(StatePath, "{\"IrnCancelled\":\"" + new string('0', 64) + "\",\"Time\":\"2026-05-04T10:30:00+05:30\"}\n", Encoding.ASCII);
        Assert.Contains("line 3", Assert.Throws<InvalidDataException>(() => Open()).Message, StringComparison.Ordinal);
    }

    private SandboxSession Open() => new(new SandboxOptions { Clock = clock, StatePath = StatePath });
}
