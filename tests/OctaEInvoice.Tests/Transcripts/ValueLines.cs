using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Journal;
using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Engine.Output;
using OctaEInvoice.Engine.Profiles;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Transcripts;

/// <summary>Numbers, days, names of files, lines of the journal, broken JSON, and the tables that come along.</summary>
internal static class ValueLines
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 30, 0, 123, TimeSpan.Zero);

    private static readonly string[] BrokenJson =
    [
        "", " ", "{", "[", "{}", "[]", "null", "1", "\"x\"", "{\"DocDtls\":}", "{\"DocDtls\":{\"No\":\"A\"", "{\"DocDtls\":{\"No\":\"A\"},}", "[{},{]", "{'No':1}", "{No:1}", "{\"a\":1}}", "{\"a\":01}",
        "{\"a\":\"\\x\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\u0001\"}", "{\"Version\":\"1.1\",\"Version\":\"1.1\"}", "// c\n{}", "{\"ItemList\":{}}", "{\"ItemList\":[1,null,\"x\"]}", "{\"TranDtls\":[]}",
        "\uFEFF{}", "{\"ValDtls\":{\"TotInvVal\":1e400}}", "{\"ValDtls\":{\"TotInvVal\":0.1e1}}", "{\"ValDtls\":{\"TotInvVal\":12345678901234567890123456789012345}}", "nul", "tru", "{\"a\":tru}", "NaN",
        new string('[', 70), "{\"a\":" + new string('{', 3),
    ];

    internal static IEnumerable<TranscriptLine> All() =>
    [
        .. Doubles(), .. Days(), .. BrokenJson.Select((text, index) => new TranscriptLine($"json {index}", OfJson(text))), .. Files(), .. Journal(), .. Catalogue(), .. Tables(),
    ];

    private static IEnumerable<TranscriptLine> Doubles()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            double number = BitConverter.Int64BitsToDouble(((long)random.Next() << 33) ^ ((long)random.Next() << 10) ^ random.Next());
            double amount = random.Next(100_000_000) / 1000.0 * random.Next(1, 1000);
            yield return new TranscriptLine($"double {i}", $"{GivenValue.From(number)} {GivenValue.From(amount)} {GivenValue.From((float)amount)} {OfFloat((float)number)}");
        }
    }

    // Beyond all amounts, where a value is refused or nothing whatever its last digit, the frameworks round as they like.
    private static string OfFloat(float number) => Math.Abs(number) is > 1e-9f and < 1e15f ? GivenValue.From(number).ToString() : "refused";

    private static IEnumerable<TranscriptLine> Days()
    {
        for (int i = 0; i < StrangeValues.Texts.Length; i++)
        {
            string text = StrangeValues.Texts[i];
            bool isDate = IndiaDate.TryParse(text, out IndiaDate date);
            bool isTime = IndiaTime.TryParse(text, out IndiaTime time);
            bool isNumber = NumberText.TryRead(text, out decimal number, out string? reason);
            yield return new TranscriptLine($"text {i}", FormattableString.Invariant($"{isDate} {date} {date.ToWireString()} {isTime} {time} {time.ToWireString()} {isNumber} {number} {reason} {NumberText.IsScientific(text)}"));
        }
        for (int i = 0; i < 400; i++)
        {
            IndiaTime time = new(Now.AddHours(i * 1234.567));
            yield return new TranscriptLine($"time {i}", FormattableString.Invariant($"{time} {time.ToWireString()} {time:dd-MMM-yyyy HH:mm} {time.ToIndiaDate():dddd d MMMM yyyy}"));
        }
    }

    private static string OfJson(string text)
    {
        try
        {
            return string.Join("\n", new InvoiceIntake().AddJson(Encoding.UTF8.GetBytes(text)).Select(draft => Transcript.Of(draft, Transcript.Settings(0))));
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }

    private static IEnumerable<TranscriptLine> Files()
    {
        for (int i = 0; i < StrangeValues.Texts.Length; i++)
        {
            string text = StrangeValues.Texts[i];
            string plain = text.Replace('\uD800', '?');
            yield return new TranscriptLine($"file {i}", $"{FileNames.Safe(text)} {FileNames.OfDocument("INV", text, new IndiaDate(2026, 11, 2))} {Encoding.UTF8.GetString(SignedJson.Write(plain, "1", "2026", plain, null))}");
            yield return new TranscriptLine($"request {i}", Encoding.UTF8.GetString(RequestBodies.CancelIrn(plain, IrnCancelReason.Duplicate, plain)));
            yield return new TranscriptLine($"irn {i}", IrnHash.Compute("29AABCT1332L000", "2026-27", "INV", plain) + " " + DocumentKey.Of("29aabct1332l000", new IndiaDate(2026, 3, 31), "inv", plain));
        }
        var file = new ProfileFile();
        foreach (string name in new[] { "b", "A", "a b", "ä", "Z", "zz", "É" })
            file.Put(new OctaProfile { Name = name });
        yield return new TranscriptLine("profiles", Encoding.UTF8.GetString(ProfileJson.Write(file)));
    }

    private static IEnumerable<TranscriptLine> Journal()
    {
        var date = new IndiaDate(2026, 11, 2);
        DocumentKey key = DocumentKey.Of("29AABCT1332L000", date, "INV", "A/1");
        yield return new TranscriptLine("journal header", Text(JournalLines.Header(new JournalBinding(new Uri("https://bills.octagst.com/"), OctaEnvironment.Production), Now)));
        yield return new TranscriptLine("journal sending", Text(JournalLines.SendingLine(key, date, "00", Now)));
        for (int i = 0; i < StrangeValues.Texts.Length; i++)
        {
            var result = new IrnResult
            {
                Outcome = (DocumentOutcome)(i % 5),
                Irn = "irn",
                SignedQrCode = StrangeValues.Texts[i].Replace('\uD800', '?'),
                InvoiceTotal = i * 1.10m,
                AckTime = new IndiaTime(Now.AddHours(i)),
            };
            byte[] line = JournalLines.OutcomeLine(key, date, "00", result, Now);
            yield return new TranscriptLine($"journal outcome {i}", Text(line) + JournalLines.Read(line, out DocumentKey read) + read);
        }
    }

    private static IEnumerable<TranscriptLine> Catalogue() => ErrorCatalogue.All.Select(entry => new TranscriptLine(
        $"error {entry.Source} {entry.Code}",
        $"{entry.Group} {entry.Listing} {entry.Retry} {entry.NearestOctaCode} {entry.Meaning} {entry.Remedy} {ErrorCatalogue.Find(entry.Code)?.Code}"));

    private static IEnumerable<TranscriptLine> Tables() =>
    [
        .. FieldTable.All.Select(facts => new TranscriptLine($"field {facts.Path}", FormattableString.Invariant($"{facts.Column} {facts.Kind} {facts.Code} {facts.Min} {facts.Max} {facts.Decimals} {facts.Constraint()} {facts.Description}"))),
        .. RuleBook.All.Select(facts => new TranscriptLine($"rule {facts.Name}", $"{facts.Remedy} {facts.Expected}")),
    ];

    private static string Text(byte[] line) => Encoding.UTF8.GetString(line);
}
