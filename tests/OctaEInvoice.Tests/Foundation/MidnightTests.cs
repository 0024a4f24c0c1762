using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Sandbox;
using OctaEInvoice.Tests.Input;
using OctaEInvoice.Tests.Rules;
using OctaEInvoice.Tests.Sandbox.Handlers;

namespace OctaEInvoice.Tests.Foundation;

/// <summary>The minutes around India's midnight and the end of its financial year: all that is decided by the day, by clocks that stand still.</summary>
public class MidnightTests
{
    // Midnight in India is half past six in the evening, UTC.
    private static readonly DateTimeOffset LastSecond = Utc("2026-11-22T18:29:59Z");
    private static readonly DateTimeOffset LastSecondOfTheYear = Utc("2027-03-31T18:29:59Z");

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("2026-11-22T18:29:59Z", "2026-11-22", "2026-11-22T23:59:59+05:30")]
    [InlineData("2026-11-22T18:30:00Z", "2026-11-23", "2026-11-23T00:00:00+05:30")]
    [InlineData("2026-11-22T23:59:59Z", "2026-11-23", "2026-11-23T05:29:59+05:30")]
    [InlineData("2026-11-23T00:00:00Z", "2026-11-23", "2026-11-23T05:30:00+05:30")]
    [InlineData("2026-12-31T18:29:59Z", "2026-12-31", "2026-12-31T23:59:59+05:30")]
    [InlineData("2026-12-31T18:30:00Z", "2027-01-01", "2027-01-01T00:00:00+05:30")]
    [InlineData("2027-03-31T18:29:59Z", "2027-03-31", "2027-03-31T23:59:59+05:30")]
    [InlineData("2027-03-31T18:30:00Z", "2027-04-01", "2027-04-01T00:00:00+05:30")]
    [InlineData("2028-02-28T18:30:00Z", "2028-02-29", "2028-02-29T00:00:00+05:30")]
    [InlineData("2028-02-29T18:30:00Z", "2028-03-01", "2028-03-01T00:00:00+05:30")]
    public void Today_begins_at_half_past_six_in_the_evening_UTC(string utc, string day, string time)
    {
        var clock = new MovableClock(Utc(utc));
        Assert.Equal((day, time), ($"{clock.TodayInIndia()}", $"{clock.NowInIndia()}"));
    }

    [Fact]
    public void A_run_refuses_a_document_of_tomorrow_until_midnight_and_sends_it_after()
    {
        var clock = new MovableClock(LastSecond - TimeSpan.FromSeconds(59));
        DraftChecker checker = DraftChecker.For(OctaEnvironment.Production, isStrict: false, clock: clock);
        InvoiceDraft early = Draft("23/11/2026");
        Assert.Null(checker.Check(early));
        Assert.Equal(("2163", "22/11/2026 (today in India) or earlier"), Only(early));
        clock.Move(TimeSpan.FromMinutes(2));
        InvoiceDraft late = Draft("23/11/2026");
        Assert.NotNull(checker.Check(late));
        Assert.Empty(late.Issues.All);
    }

    [Fact]
    public void A_run_of_payment_codes_goes_by_the_day_too()
    {
        var clock = new MovableClock(LastSecond);
        DraftChecker checker = DraftChecker.ForPaymentQr(OctaEnvironment.Test, clock);
        Assert.Equal(("2163", "22/11/2026 (today in India) or earlier"), Only(Checked(checker, Draft("23/11/2026", ("SupplyType", "B2C")))));
        clock.Move(OneSecond);
        Assert.Empty(Checked(checker, Draft("23/11/2026", ("SupplyType", "B2C"))).Issues.All);
    }

    [Theory]
    [InlineData("23/10/2026", null, null)]
    [InlineData("22/10/2026", "2305", "23/10/2026 or later")]
    public void The_thirty_days_of_the_report_end_with_the_day(string date, string? before, string? expected)
    {
        var clock = new MovableClock(LastSecond);
        DraftChecker checker = DraftChecker.For(OctaEnvironment.Production, isStrict: false, clock: clock);
        InvoiceDraft draft = Checked(checker, Draft(date));
        Assert.Equal((before, expected), draft.Issues.All.Count == 0 ? (null, null) : Only(draft));
        clock.Move(OneSecond);
        Assert.Equal(("2305", "24/10/2026 or later"), Only(Checked(checker, Draft(date))));
    }

    [Fact]
    public void The_180_days_of_the_e_way_bill_end_with_the_day()
    {
        DocumentUnderTest document = DocumentUnderTest.InterState().With("DocDtls.Dt", "26/05/2026").With("EwbDtls.TransDocDt", "20/11/2026");
        Assert.DoesNotContain(document.Issues(today: new MovableClock(LastSecond).TodayInIndia()), issue => issue.NicCode == "4043");
        Issue issue = Assert.Single(document.Issues(today: new MovableClock(LastSecond + OneSecond).TodayInIndia()), issue => issue.NicCode == "4043");
        Assert.Equal("27/05/2026 or later", issue.Expected);
    }

    [Fact]
    public void A_transport_document_of_tomorrow_waits_for_midnight()
    {
        KeyValuePair<string, object?>[] fields = [new("EwbDtls.Distance", 100), new("EwbDtls.TransMode", "Rail"), new("EwbDtls.TransDocNo", "RR1"), new("EwbDtls.TransDocDt", "23/11/2026")];
        var clock = new MovableClock(LastSecond);
        string irn = new('a', 64);
        Assert.Equal("4016", Assert.Single(EwbDraft.Read(irn, fields, OctaEnvironment.Production, clock).Issues.All).NicCode);
        clock.Move(OneSecond);
        Assert.Empty(EwbDraft.Read(irn, fields, OctaEnvironment.Production, clock).Issues.All);
    }

    [Theory]
    [InlineData("2026-03-31", "2025-26")]
    [InlineData("2026-04-01", "2026-27")]
    [InlineData("2027-03-31", "2026-27")]
    [InlineData("2027-04-01", "2027-28")]
    [InlineData("2028-02-29", "2027-28")]
    [InlineData("2100-03-31", "2099-00")]
    public void A_number_is_used_once_a_financial_year(string date, string year)
    {
        Assert.True(IndiaDate.TryParse(date, out IndiaDate day));
        Assert.Equal(year, FinancialYear.Of(day));
        Assert.Equal($"27AADCV4821M1Z0|{year}|INV|V/1", DocumentKey.Of("27AADCV4821M1Z0", day, "inv", "v/1").ToString());
        Assert.Equal(IrnHash.Compute("27AADCV4821M1Z0", year, "INV", "V/1"), IrnHash.Compute(DocumentKey.Of("27AADCV4821M1Z0", day, "INV", "v/1")));
    }

    [Fact]
    public void Rows_of_one_number_on_either_side_of_the_year_are_two_documents()
    {
        OctaInvoice[] invoices = [.. Intake.Drafts(SampleRow.With(("DocumentDate", "31/03/2027")), SampleRow.With(("DocumentDate", "01/04/2027"))).Select(draft => draft.Invoice)];
        Assert.Equal(["2027-03-31", "2027-04-01"], invoices.Select(invoice => $"{invoice.DocumentDate}"));
        Assert.NotEqual(IrnHash.Expected(invoices[0]), IrnHash.Expected(invoices[1]));
    }

    [Fact]
    public void A_typed_instant_is_the_day_that_it_is_in_India()
    {
        OctaInvoice[] invoices = [.. Intake.Drafts(SampleRow.With(("DocumentDate", LastSecondOfTheYear.UtcDateTime)), SampleRow.With(("DocumentDate", LastSecondOfTheYear + OneSecond))).Select(draft => draft.Invoice)];
        Assert.Equal(["2027-03-31", "2027-04-01"], invoices.Select(invoice => $"{invoice.DocumentDate}"));
    }

    [Fact]
    public async Task The_sandbox_registers_a_document_of_tomorrow_from_midnight_on()
    {
        using SandboxSession session = At(LastSecond);
        ServerAnswer<IrnResult> early = await session.Client.GenerateIrnAsync(Body("23/11/2026"), ImageRequest.None, default);
        Assert.Equal(["OCTA-015", "2163"], early.Errors.Select(error => error.Code));
        session.Clock.Move(OneSecond);
        ServerAnswer<IrnResult> late = await session.Client.GenerateIrnAsync(Body("23/11/2026"), ImageRequest.None, default);
        Assert.Equal((AnswerKind.Success, "2026-11-23T00:00:00+05:30"), (late.Kind, $"{late.Value!.AckTime}"));
    }

    [Fact]
    public async Task The_sandbox_takes_a_number_again_in_the_new_financial_year_and_not_before()
    {
        using SandboxSession session = At(LastSecondOfTheYear);
        ServerAnswer<IrnResult> last = await session.Client.GenerateIrnAsync(Body("31/03/2027"), ImageRequest.None, default);
        Assert.Equal(AnswerKind.Success, last.Kind);
        session.Clock.Move(OneSecond);
        Assert.Contains("2150", (await session.Client.GenerateIrnAsync(Body("30/03/2027"), ImageRequest.None, default)).Errors.Select(error => error.Code));
        ServerAnswer<IrnResult> first = await session.Client.GenerateIrnAsync(Body("01/04/2027"), ImageRequest.None, default);
        Assert.Equal(AnswerKind.Success, first.Kind);
        Assert.Equal(
            [IrnHash.Compute(SampleInvoice.Seller, "2026-27", "INV", "MAHI/10"), IrnHash.Compute(SampleInvoice.Seller, "2027-28", "INV", "MAHI/10")],
            [last.Value!.Irn!, first.Value!.Irn!]);
    }

    [Fact]
    public async Task The_sandboxs_acknowledgements_count_by_the_year_in_India()
    {
        using SandboxSession session = At(Utc("2026-12-31T18:29:59Z"));
        Assert.StartsWith("11261", (await session.RegisterAsync("Y/1")).AckNumber, StringComparison.Ordinal);
        session.Clock.Move(OneSecond);
        Assert.StartsWith("11271", (await session.RegisterAsync("Y/2")).AckNumber, StringComparison.Ordinal);
    }

    // 24 hours are hours and no days: a document of one minute before midnight can be cancelled all the next day.
    [Theory]
    [InlineData("2026-11-22T18:29:00Z")]
    [InlineData("2027-03-31T18:29:00Z")]
    [InlineData("2028-02-28T18:29:00Z")]
    public async Task An_IRN_can_be_cancelled_to_the_second_24_hours_later(string registeredAt)
    {
        using SandboxSession session = At(Utc(registeredAt));
        IrnResult inTime = await session.RegisterAsync("C/1");
        IrnResult tooLate = await session.RegisterAsync("C/2");
        session.Clock.Move(TimeSpan.FromHours(24));
        Assert.Equal(AnswerKind.Success, (await CancelAsync(session, inTime)).Kind);
        session.Clock.Move(OneSecond);
        Assert.Equal(["2270"], (await CancelAsync(session, tooLate)).Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task An_e_way_bill_of_the_last_minute_holds_into_the_new_financial_year()
    {
        using SandboxSession session = At(LastSecondOfTheYear);
        IrnResult registered = await session.RegisterAsync(withEwb: true);
        Assert.Equal("2027-03-31T23:59:59+05:30", $"{registered.EwbTime}");
        Assert.True(registered.EwbValidTill > registered.EwbTime);
        session.Clock.Move(TimeSpan.FromHours(24));
        Assert.Equal(AnswerKind.Success, (await session.Client.CancelEwbAsync(SampleInvoice.Seller, registered.EwbNumber!, EwbCancelReason.OrderCancelled, "Not moved", default)).Kind);
    }

    [Fact]
    public async Task The_sandboxs_answers_bear_the_date_of_its_clock()
    {
        using SandboxSession session = At(LastSecond);
        using HttpResponseMessage response = await session.Http.GetAsync(new Uri($"getgstin?gstin={SampleInvoice.Seller}&gstin1={SampleInvoice.Seller}", UriKind.Relative));
        Assert.Equal(LastSecond, response.Headers.Date);
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

    private static SandboxSession At(DateTimeOffset time) => new(new SandboxOptions { Clock = new MovableClock(time) });

    private static InvoiceDraft Draft(string date, params (string Column, object? Cell)[] cells) => Intake.Draft(SampleRow.With([("DocumentDate", date), .. cells]));

    private static InvoiceDraft Checked(DraftChecker checker, InvoiceDraft draft)
    {
        checker.Check(draft);
        return draft;
    }

    private static (string? NicCode, string? Expected) Only(InvoiceDraft draft)
    {
        Issue issue = Assert.Single(draft.Issues.All);
        return (issue.NicCode, issue.Expected);
    }

    private static byte[] Body(string date) => SampleInvoice.Body(document =>
    {
        document["DocDtls"]!["Dt"] = date;
        foreach (string part in (string[])["EwbDtls", "DispDtls", "ShipDtls"])
            ((JsonObject)document).Remove(part);
    });

    private static Task<ServerAnswer<CancelResult>> CancelAsync(SandboxSession session, IrnResult registered) =>
        session.Client.CancelIrnAsync(SampleInvoice.Seller, registered.Irn!, IrnCancelReason.OrderCancelled, "Wrong", default);
}
