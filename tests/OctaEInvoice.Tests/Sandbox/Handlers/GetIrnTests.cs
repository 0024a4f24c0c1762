using System.Text.Json;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class GetIrnTests : IDisposable
{
    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Gives_a_document_as_it_was_registered()
    {
        JsonElement registered = await session.PostAsync("generateirn", SampleInvoice.Body());
        string irn = registered.GetProperty("Irn").GetString()!;
        JsonElement found = await session.GetAsync($"getirn?gstin={SampleInvoice.Seller}&irn={irn}");
        Assert.Equal(registered.GetRawText(), found.GetRawText());
    }

    [Fact]
    public async Task Gives_full_data_for_three_days()
    {
        IrnResult registered = (await session.Client.GenerateIrnAsync(SampleInvoice.Body(), ImageRequest.None, default)).Value!;
        session.Clock.Move(TimeSpan.FromDays(3));
        ServerAnswer<IrnResult> inTime = await session.Client.GetIrnAsync(SampleInvoice.Seller, registered.Irn!, ImageRequest.None, default);
        Assert.Equal(registered.SignedQrCode, inTime.Value!.SignedQrCode);
        session.Clock.Move(TimeSpan.FromSeconds(1));
        ServerAnswer<IrnResult> late = await session.Client.GetIrnAsync(SampleInvoice.Seller, registered.Irn!, ImageRequest.None, default);
        Assert.Equal((AnswerKind.Refused, "2283"), (late.Kind, late.Errors.Single().Code));
        Assert.Equal("IRN details cannot be provided as it is generated more than 3 days prior", late.Errors.Single().Message);
    }

    [Fact]
    public async Task Refuses_unknown_IRNs_and_those_of_other_sellers()
    {
        IrnResult registered = (await session.Client.GenerateIrnAsync(SampleInvoice.Body(), ImageRequest.None, default)).Value!;
        string unknown = new('0', 64);
        Assert.Equal(["OCTA-153", "2148"], SandboxSession.Codes(await session.GetAsync($"getirn?gstin={SampleInvoice.Seller}&irn={unknown}")));
        Assert.Equal(["OCTA-153", "2143"], SandboxSession.Codes(await session.GetAsync($"getirn?gstin=24ACPPM5624F1ZK&irn={registered.Irn}")));
        Assert.Equal(["OCTA-153"], SandboxSession.Codes(await session.GetAsync($"getirn?gstin={SampleInvoice.Seller}&irn=123")));
        Assert.Equal(["OCTA-151"], SandboxSession.Codes(await session.GetAsync($"getirn?gstin=29&irn={registered.Irn}")));
        Assert.Equal(["OCTA-300"], SandboxSession.Codes(await session.GetAsync($"getirn?gstin={SampleInvoice.Seller}")));
    }
}
