using System.Text;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.SignedData;
using OctaEInvoice.Tests.Rules;

namespace OctaEInvoice.Tests.Transcripts;

/// <summary>What ConvertFrom-OctaSignedData reads from signed texts, whole and spoiled.</summary>
internal static class SignedLines
{
    private const string Header = """{"alg":"RS256","kid":"AB","typ":"JWT"}""";

    internal static IEnumerable<TranscriptLine> All()
    {
        string invoice = DocumentUnderTest.InterState().With("Irn", new string('a', 64)).With("AckNo", 112010000002315m).With("AckDt", "2026-11-22 10:00:00").Json;
        string code = """{"SellerGstin":"29AABCT1332L000","BuyerGstin":"URP","DocNo":"A/1","DocTyp":"INV","DocDt":"08/08/2026","TotInvVal":12908.50,"ItemCnt":1,"MainHsnCode":"1001","Irn":"35","IrnDt":"2026-08-08 10:00:00"}""";
        string[] texts = [invoice, code, "{}", "[]", "x", code.Replace("12908.50", "\"12,908.50\""), code.Replace("08/08/2026", "2026-08-08"), code.Replace(",\"ItemCnt\":1", "")];
        for (int i = 0; i < texts.Length; i++)
            foreach (string token in new[] { Token(texts[i], asText: true), Token(texts[i], asText: false), Token(texts[i], asText: true).Substring(5), "a.b", "é.é.é" })
                yield return new TranscriptLine($"signed {i}", OfToken(token));
    }

    private static string OfToken(string token)
    {
        if (!SignedDocuments.TryRead(token, null, out SignedDocument? read, out string? reason))
            return "refused " + reason;
        string invoice = read!.Invoice is null ? "" : Encoding.UTF8.GetString(InvoiceJson.Write(read.Invoice));
        return FormattableString.Invariant($"{read} {read.Issuer} {read.KeyId} {read.IsSignatureValid} {read.Gstin} {read.BuyerGstin} {read.DocumentDate} {read.InvoiceTotal} {read.ItemCount} {read.MainHsnCode} {read.IrnTime} {read.AckNumber} {read.Json} {invoice} {reason}");
    }

    private static string Token(string data, bool asText)
    {
        string payload = asText ? $$"""{"data":{{System.Text.Json.JsonSerializer.Serialize(data)}},"iss":"NIC"}""" : $$"""{"data":{{data}},"iss":"NIC"}""";
        return $"{Part(Header)}.{Part(payload)}.{Part("signature")}";
    }

    private static string Part(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
