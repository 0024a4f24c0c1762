using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class EwbTests : IDisposable
{
    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData(1, "R", "2026-05-05")]
    [InlineData(200, "R", "2026-05-05")]
    [InlineData(201, "R", "2026-05-06")]
    [InlineData(300, "R", "2026-05-06")]
    [InlineData(41, "O", "2026-05-07")]
    public async Task Makes_one_that_holds_a_day_for_each_200_km_begun(int distance, string vehicleType, string lastDay)
    {
        IrnResult registered = await session.RegisterAsync();
        EwbRequest request = Request(registered);
        request.Transport.Distance = distance;
        request.Transport.VehicleType = vehicleType;
        ServerAnswer<EwbResult> answer = await session.Client.GenerateEwbByIrnAsync(SampleInvoice.Seller, request, pdf: false, default);
        Assert.Equal(AnswerKind.Success, answer.Kind);
        EwbResult ewb = answer.Value!;
        Assert.Equal(("191000000001", RecordStatus.Active, "2026-05-04T10:30:00+05:30", lastDay + "T10:30:00+05:30"), (ewb.EwbNumber, ewb.EwbStatus, ewb.EwbTime.ToString(), ewb.EwbValidTill.ToString()));
        Assert.Null(ewb.AdditionalFields);

        ServerAnswer<EwbResult> found = await session.Client.GetEwbByIrnAsync(SampleInvoice.Seller, registered.Irn!, pdf: false, default);
        Assert.Equal((ewb.EwbNumber, ewb.EwbStatus, ewb.EwbTime, ewb.EwbValidTill), (found.Value!.EwbNumber, found.Value.EwbStatus, found.Value.EwbTime, found.Value.EwbValidTill));
        ServerAnswer<IrnResult> document = await session.Client.GetIrnAsync(SampleInvoice.Seller, registered.Irn!, ImageRequest.None, default);
        Assert.Equal((ewb.EwbNumber, ewb.EwbValidTill), (document.Value!.EwbNumber, document.Value.EwbValidTill));
    }

    [Fact]
    public async Task Answers_with_the_names_that_the_specification_prints()
    {
        IrnResult registered = await session.RegisterAsync(withEwb: true);
        JsonElement answer = await session.GetAsync($"getewbbyirn?gstin={SampleInvoice.Seller}&irn={registered.Irn}&pdf=yes");
        Assert.Equal(["Success", "EwbStatus", "EwbNo", "EwbTime", "EwbValidTill", "EwbPdf"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(answer.GetProperty("EwbPdf").GetBytesFromBase64(), 0, 5));
    }

    [Fact]
    public async Task An_enrolled_transporter_needs_no_GSTIN()
    {
        IrnResult registered = await session.RegisterAsync();
        EwbRequest request = Request(registered);
        request.Transport.TransporterId = "88AABCT1332L1ZA";
        Assert.Equal(AnswerKind.Success, (await session.Client.GenerateEwbByIrnAsync(SampleInvoice.Seller, request, pdf: false, default)).Kind);
    }

    [Fact]
    public async Task Part_A_alone_has_no_validity_yet()
    {
        IrnResult registered = await session.RegisterAsync();
        EwbRequest request = new() { Irn = registered.Irn, Transport = new TransportDetails { TransporterId = "24ACPPM5624F1ZK", Distance = 100 } };
        ServerAnswer<EwbResult> answer = await session.Client.GenerateEwbByIrnAsync(SampleInvoice.Seller, request, pdf: false, default);
        Assert.Equal(AnswerKind.Success, answer.Kind);
        Assert.Null(answer.Value!.EwbValidTill);
    }

    [Fact]
    public async Task Refuses_a_second_one_until_the_first_is_cancelled()
    {
        IrnResult registered = await session.RegisterAsync(withEwb: true);
        Assert.Equal(["OCTA-156", "4002"], (await MakeAsync(registered)).Errors.Select(error => error.Code));
        Assert.Equal(AnswerKind.Success, (await CancelAsync(registered.EwbNumber!)).Kind);
        ServerAnswer<EwbResult> second = await MakeAsync(registered);
        Assert.Equal("191000000002", second.Value!.EwbNumber);
        Assert.Equal(["OCTA-157", "4057"], (await CancelAsync(registered.EwbNumber!)).Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task One_of_many_simultaneous_ones_wins()
    {
        IrnResult registered = await session.RegisterAsync();
        ServerAnswer<EwbResult>[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => MakeAsync(registered)));
        Assert.Single(answers, answer => answer.Kind == AnswerKind.Success);
        Assert.Equal(49, answers.Count(answer => answer.Has("4002")));
    }

    [Fact]
    public async Task Refuses_one_for_a_cancelled_IRN_and_for_an_unknown_one()
    {
        IrnResult registered = await session.RegisterAsync();
        await session.Client.CancelIrnAsync(SampleInvoice.Seller, registered.Irn!, IrnCancelReason.Duplicate, "Twice", default);
        Assert.Equal(["OCTA-155", "2286"], (await MakeAsync(registered)).Errors.Select(error => error.Code));
        registered.Irn = new string('a', 64);
        Assert.Equal(["OCTA-153", "4003"], (await MakeAsync(registered)).Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Cancels_within_24_hours_and_once()
    {
        IrnResult registered = await session.RegisterAsync(withEwb: true);
        session.Clock.Move(TimeSpan.FromHours(24));
        ServerAnswer<CancelResult> answer = await CancelAsync(registered.EwbNumber!);
        Assert.Equal((AnswerKind.Success, "2026-05-05T10:30:00+05:30"), (answer.Kind, answer.Value!.CancelTime.ToString()));
        Assert.Equal(["OCTA-157", "4057"], (await CancelAsync(registered.EwbNumber!)).Errors.Select(error => error.Code));
        ServerAnswer<EwbResult> found = await session.Client.GetEwbByIrnAsync(SampleInvoice.Seller, registered.Irn!, pdf: false, default);
        Assert.Equal((registered.EwbNumber, RecordStatus.Cancelled), (found.Value!.EwbNumber, found.Value.EwbStatus));
    }

    [Fact]
    public async Task Refuses_to_cancel_after_24_hours()
    {
        IrnResult registered = await session.RegisterAsync(withEwb: true);
        session.Clock.Move(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        Assert.Equal(["4055"], (await CancelAsync(registered.EwbNumber!)).Errors.Select(error => error.Code));
        Assert.Equal(RecordStatus.Active, Assert.Single(session.Server.Documents).EwbStatus);
    }

    [Fact]
    public async Task Refuses_to_cancel_what_is_not_there_or_not_the_sellers()
    {
        IrnResult registered = await session.RegisterAsync(withEwb: true);
        Assert.Equal(["OCTA-158", "4007"], (await CancelAsync("191999999999")).Errors.Select(error => error.Code));
        Assert.Equal(["OCTA-157"], (await CancelAsync("123")).Errors.Select(error => error.Code));
        string body = $$"""{"ewbNo":"{{registered.EwbNumber}}","cancelRsnCode":"2","cancelRmrk":"x"}""";
        Assert.Equal(["OCTA-157", "4057"], SandboxSession.Codes(await session.PostAsync("cancelewb?gstin=24ACPPM5624F1ZK", body)));
        string path = "cancelewb?gstin=" + SampleInvoice.Seller;
        Assert.Equal(["OCTA-020"], SandboxSession.Codes(await session.PostAsync(path, body.Replace("\"x\"", "\"" + new string('x', 51) + "\"", StringComparison.Ordinal))));
        Assert.Equal(["OCTA-300", "OCTA-157"], SandboxSession.Codes(await session.PostAsync(path, body.Replace("ewbNo", "EwbNo", StringComparison.Ordinal))));
        Assert.True((await session.PostAsync(path, body)).TryGetProperty("CancelTime", out _));
    }

    [Fact]
    public async Task Says_that_there_is_none()
    {
        IrnResult registered = await session.RegisterAsync();
        ServerAnswer<EwbResult> answer = await session.Client.GetEwbByIrnAsync(SampleInvoice.Seller, registered.Irn!, pdf: false, default);
        Assert.Equal(["OCTA-158", "4005"], answer.Errors.Select(error => error.Code));
    }

    [Theory]
    [InlineData("VehNo", null, "OCTA-092,4011")]
    [InlineData("VehNo", "KA01BLOCKED", "OCTA-092,4014")]
    [InlineData("TransMode", null, "OCTA-089,4028")]
    [InlineData("TransDocDt", "05/05/2026", "OCTA-091,4016")]
    [InlineData("TransId", "29UNKNO0001N1ZG", "OCTA-086,4018")]
    public async Task A_document_is_registered_although_its_ewaybill_fails(string field, string? value, string codes)
    {
        void Change(JsonNode owner)
        {
            if (value is null)
                owner.AsObject().Remove(field);
            else
                owner[field] = value;
        }

        JsonElement registered = await session.PostAsync("generateirn", SampleInvoice.Body(document => Change(document["EwbDtls"]!)));
        Assert.True(registered.GetProperty("Success").GetBoolean());
        Assert.False(registered.TryGetProperty("EwbNo", out _));
        Assert.False(registered.TryGetProperty("EwbStatus", out _));
        Assert.Equal(0, session.Server.BadRequests);

        JsonNode request = SampleInvoice.Node()["EwbDtls"]!;
        request["Irn"] = registered.GetProperty("Irn").GetString();
        Change(request);
        JsonElement answer = await session.PostAsync("generateewbbyirn?gstin=" + SampleInvoice.Seller, request.ToJsonString());
        Assert.Equal(codes.Split(','), SandboxSession.Codes(answer));
    }

    [Fact]
    public async Task Credit_notes_get_none()
    {
        JsonElement answer = await session.PostAsync("generateirn", SampleInvoice.Body(document => document["DocDtls"]!["Typ"] = "CRN"));
        Assert.True(answer.GetProperty("Success").GetBoolean());
        Assert.False(answer.TryGetProperty("EwbNo", out _));
    }

    [Fact]
    public async Task A_blocked_seller_registers_documents_but_gets_none()
    {
        JsonElement answer = await session.PostAsync("generateirn", SampleInvoice.Body(document => document["SellerDtls"]!["Gstin"] = "29BLOCK0001D1ZB"));
        Assert.True(answer.GetProperty("Success").GetBoolean());
        JsonNode request = SampleInvoice.Node()["EwbDtls"]!;
        request["Irn"] = answer.GetProperty("Irn").GetString();
        Assert.Equal(["OCTA-155", "4015"], SandboxSession.Codes(await session.PostAsync("generateewbbyirn?gstin=29BLOCK0001D1ZB", request.ToJsonString())));
    }

    [Fact]
    public async Task Takes_the_place_of_export_and_of_dispatch_in_exact_names()
    {
        IrnResult registered = await session.RegisterAsync();
        EwbRequest request = Request(registered);
        request.ShipTo = new EwbShipTo { Address1 = "Sidiginamola Village", Address2 = "Ballari", Location = "Ballari", Pin = 583138, StateCode = "29" };
        request.Dispatch = new DispatchDetails { Name = "Depot", Address1 = "1st Cross", Location = "Hubli", Pin = 580020, StateCode = "29" };
        ServerAnswer<EwbResult> answer = await session.Client.GenerateEwbByIrnAsync(SampleInvoice.Seller, request, pdf: true, default);
        Assert.Equal((AnswerKind.Success, ""), (answer.Kind, answer.Detail));
        List<string> texts = Assert.Single(Print.PdfReader.ReadPages(answer.Value!.EwbPdf!));
        Assert.Contains("Sidiginamola Village", texts);
        Assert.Contains("Hubli 580020", texts);

        string body = $$$"""{"Irn":"{{{registered.Irn}}}","Distance":10,"TransId":"24ACPPM5624F1ZK","ExpShipDtls":{"Addr1":"A","loc":"Ballari","Pin":"583138","Stcd":"29"}}""";
        JsonElement refused = await session.PostAsync("generateewbbyirn?gstin=" + SampleInvoice.Seller, body);
        Assert.Equal(["OCTA-300", "OCTA-043", "OCTA-042"], SandboxSession.Codes(refused));
    }

    private static EwbRequest Request(IrnResult registered) => new()
    {
        Irn = registered.Irn,
        Transport = new TransportDetails { TransporterId = "24ACPPM5624F1ZK", TransporterName = "Golden Transport", TransportMode = "1", Distance = 300, VehicleNumber = "RJ016789", VehicleType = "R" },
    };

    private Task<ServerAnswer<EwbResult>> MakeAsync(IrnResult registered) =>
        session.Client.GenerateEwbByIrnAsync(SampleInvoice.Seller, Request(registered), pdf: false, default);

    private Task<ServerAnswer<CancelResult>> CancelAsync(string number) =>
        session.Client.CancelEwbAsync(SampleInvoice.Seller, number, EwbCancelReason.DataEntryMistake, "Wrong vehicle", default);
}
