using System.Text;
using System.Text.Json;

using Base64Url = System.Buffers.Text.Base64Url;

namespace OctaEInvoice.Tests.SignedData;

/// <summary>Makes texts that look as if the portal had signed them.</summary>
internal static class Token
{
    /// <summary>The data of a signed QR code for the specification's sample, to be changed.</summary>
    internal static Dictionary<string, object?> QrData => new()
    {
        ["SellerGstin"] = "29AABCT1332L000",
        ["BuyerGstin"] = "29AWGPV7107B1Z1",
        ["DocNo"] = "MAHI/10",
        ["DocTyp"] = "INV",
        ["DocDt"] = "08/08/2020",
        ["TotInvVal"] = 12908,
        ["ItemCnt"] = 1,
        ["MainHsnCode"] = "1001",
        ["Irn"] = "35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe",
        ["IrnDt"] = "2020-08-08 10:11:12",
    };

    internal static string Of(Dictionary<string, object?> data) => OfText(JsonSerializer.Serialize(data));

    /// <summary>A token whose data is this text.</summary>
    internal static string OfText(string data, string header = """{"alg":"RS256","kid":"KEY1","typ":"JWT"}""") =>
        Part(header) + "." + Part(JsonSerializer.Serialize(new { data, iss = "NIC" })) + ".c2lnbmVk";

    internal static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
