using System.Reflection;
using System.Text;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Tests.Journal;

public class JournalLineTests
{
    // A line as the first version wrote it. Journals of today have to be read by every later version.
    private const string Line =
        """{"time":"2026-05-04T10:00:00.123+05:30","key":{"gstin":"29AABCT1332L000","year":"2026-27","type":"INV","number":"A/1"},"date":"2026-05-04","sha256":"0f","outcome":"Recovered","response":{"irn":"35054c","ackNumber":"112010000011474","ackTime":"2026-05-04T09:59:58+05:30","irnStatus":"Active","ewbNumber":"191000000002","ewbStatus":"Cancelled","ewbTime":"2026-05-04T09:59:59+05:30","ewbValidTill":"2026-05-05T23:59:00+05:30","errorCode":"OCTA-206,4010","errorMessage":"no goods","sandbox":true,"signedQrCode":"q.q.q","signedInvoice":"i.i.i"}}""";

    private static readonly DocumentKey Key = DocumentKey.Of("29AABCT1332L000", new IndiaDate(2026, 5, 4), "INV", "a/1");

    // Not kept: what the document itself says, what can be fetched again, and what a later run finds out anew.
    private static readonly string[] NotKept =
    [
        nameof(IrnResult.BuyerGstin), nameof(IrnResult.InvoiceTotal), nameof(IrnResult.Rows), nameof(IrnResult.AdditionalFields),
        nameof(IrnResult.QrCodePng), nameof(IrnResult.QrCodeJpeg), nameof(IrnResult.QrCodeGif), nameof(IrnResult.InvoicePdf), nameof(IrnResult.EwbPdf),
    ];

    private static IrnResult Full => new()
    {
        Outcome = DocumentOutcome.Recovered,
        Gstin = "29AABCT1332L000",
        DocumentType = "INV",
        DocumentNumber = "A/1",
        DocumentDate = new IndiaDate(2026, 5, 4),
        Irn = "35054c",
        AckNumber = "112010000011474",
        AckTime = Time("2026-05-04T09:59:58+05:30"),
        IrnStatus = RecordStatus.Active,
        EwbNumber = "191000000002",
        EwbStatus = RecordStatus.Cancelled,
        EwbTime = Time("2026-05-04T09:59:59+05:30"),
        EwbValidTill = Time("2026-05-05T23:59:00+05:30"),
        ErrorCode = "OCTA-206,4010",
        ErrorMessage = "no goods",
        Sandbox = true,
        SignedQrCode = "q.q.q",
        SignedInvoice = "i.i.i",
    };

    [Fact]
    public void A_line_is_written_as_the_first_version_wrote_it() => Assert.Equal(
        Line + "\n",
        Encoding.UTF8.GetString(JournalLines.OutcomeLine(Key, new IndiaDate(2026, 5, 4), "0f", Full, new DateTimeOffset(2026, 5, 4, 4, 30, 0, 123, TimeSpan.Zero))));

    [Fact]
    public void Every_property_of_a_line_comes_back_in_the_entry()
    {
        JournalEntry entry = Read(Line)!;
        Assert.Equal(
            "Time=2026-05-04T10:00:00+05:30 Outcome=Recovered IsSending=False Gstin=29AABCT1332L000 FinancialYear=2026-27 DocumentType=INV DocumentNumber=A/1 DocumentDate=2026-05-04"
            + " RequestHash=0f Irn=35054c AckNumber=112010000011474 AckTime=2026-05-04T09:59:58+05:30 IrnStatus=Active SignedInvoice=i.i.i SignedQrCode=q.q.q EwbNumber=191000000002"
            + " EwbStatus=Cancelled EwbTime=2026-05-04T09:59:59+05:30 EwbValidTill=2026-05-05T23:59:00+05:30 ErrorCode=OCTA-206,4010 ErrorMessage=no goods Sandbox=True Line=0",
            Print(entry));
    }

    [Fact]
    public void A_line_reads_back_as_the_result_that_it_was_written_of()
    {
        IrnResult read = Read(Line)!.Result;
        IrnResult written = Full;
        foreach (PropertyInfo property in typeof(IrnResult).GetProperties().Where(property => !NotKept.Contains(property.Name)))
        {
            // A field that is new in the answers belongs into the table of JournalResponse, or into NotKept with its reason.
            Assert.NotNull(property.GetValue(written));
            Assert.Equal(property.GetValue(written), property.GetValue(read));
        }
    }

    [Fact]
    public void What_is_absent_in_a_line_is_absent_in_the_entry()
    {
        JournalEntry entry = Read("""{"key":{"gstin":"g","year":"y","type":"t","number":"n"},"outcome":"Sending"}""")!;
        Assert.Equal((DocumentOutcome.InDoubt, true), (entry.Outcome, entry.IsSending));
        Assert.Equal((null, null, null, RecordStatus.Unknown, false), (entry.Time, entry.Irn, entry.AckTime, entry.IrnStatus, entry.Sandbox));
    }

    [Theory]
    [InlineData("\"outcome\":\"Recovered\"", "\"outcome\":\"Forgotten\"")]
    [InlineData("\"number\":\"A/1\"", "\"nummer\":\"A/1\"")]
    [InlineData("\"key\":{", "\"key\":[{")]
    [InlineData("\"irn\":\"35054c\"", "\"irn\":null")]
    public void A_line_that_does_not_say_of_which_document_or_what_is_damaged(string part, string instead) =>
        Assert.Null(Read(Line.Replace(part, instead, StringComparison.Ordinal)));

    private static JournalEntry? Read(string line) => JournalLines.Read(Encoding.UTF8.GetBytes(line), out _);

    private static string Print(JournalEntry entry) => string.Join(' ', typeof(JournalEntry).GetProperties().Select(property => FormattableString.Invariant($"{property.Name}={property.GetValue(entry)}")));

    private static IndiaTime Time(string text)
    {
        Assert.True(IndiaTime.TryParse(text, out IndiaTime time));
        return time;
    }
}
