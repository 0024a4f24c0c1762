using System.Text.Json;
using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Sandbox.Handlers;

public sealed class PaymentQrTests : IDisposable
{
    private readonly SandboxSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Gives_the_specifications_link_for_the_specifications_invoice()
    {
        ServerAnswer<PaymentQrResult> answer = await session.Client.GeneratePaymentQrAsync(Body(), new ImageRequest { QrCodeFormat = "PNG" }, default);
        Assert.Equal((AnswerKind.Success, ""), (answer.Kind, answer.Detail));
        Assert.Equal(
            "upi://pay?pa=blowbits@ybl&pn=BLOWBITS%20SOLUTIONS%20LLP&tn=SELLER:08AASFB9647G1ZU%20NO:B2C1617260496%20DT:01-04-2021%20Taxable:%e2%82%b95000%20IGST:%e2%82%b9900&am=5900&cu=INR&mode=01",
            answer.Value!.PaymentQrCode);
        Assert.Equal("89504E47", Convert.ToHexString(answer.Value.QrCodePng!.AsSpan(0, 4)));
        Assert.Equal((null, null), (answer.Value.QrCodeJpeg, answer.Value.QrCodeGif));
        Assert.Equal(0, session.Server.RegisteredDocuments);
    }

    [Fact]
    public async Task Names_the_taxes_within_a_state_and_keeps_a_name_from_breaking_the_link()
    {
        byte[] body = Body(document =>
        {
            document["SellerDtls"]!["Gstin"] = "08AAACN0757G1ZN";
            document["SellerDtls"]!["LglNm"] = "Jain & Sons = Best?";
            document["DocDtls"]!["No"] = "B/1";
            document["BuyerDtls"]!["Pos"] = "08";
            JsonNode item = document["ItemList"]![0]!;
            item["IgstAmt"] = 0;
            item["CgstAmt"] = 450;
            item["SgstAmt"] = 450;
            document["ValDtls"]!["IgstVal"] = 0;
            document["ValDtls"]!["CgstVal"] = 450;
            document["ValDtls"]!["SgstVal"] = 450;
        });
        JsonElement answer = await session.PostAsync("generatepaymentqrcode", body);
        Assert.Equal(
            "upi://pay?pa=08aaacn0757g1zn@sandbox&pn=Jain%20%26%20Sons%20%3d%20Best%3f&tn=SELLER:08AAACN0757G1ZN%20NO:B/1%20DT:01-04-2021%20Taxable:%e2%82%b95000%20CGST:%e2%82%b9450%20SGST:%e2%82%b9450&am=5900&cu=INR&mode=01",
            answer.GetProperty("PaymentQrCode").GetString());
        Assert.Equal(["Success", "QRCodeImagePng", "QRCodeImageJpeg", "QRCodeImageGif", "PaymentQrCode"], answer.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Refuses_other_supplies_unknown_names_and_wrong_sums()
    {
        Assert.Equal(["OCTA-012"], SandboxSession.Codes(await session.PostAsync("generatepaymentqrcode", Body(document => document["TranDtls"]!["SupTyp"] = "B2B"))));
        Assert.Equal(["OCTA-300"], SandboxSession.Codes(await session.PostAsync("generatepaymentqrcode", Body(document => document["ItemList"]![0]!["IGstAmt"] = 1))));
        Assert.Equal(["OCTA-055", "2189"], SandboxSession.Codes(await session.PostAsync("generatepaymentqrcode", Body(document => document["ValDtls"]!["TotInvVal"] = 5905))));
    }

    private static byte[] Body(Action<JsonNode>? change = null)
    {
        JsonNode document = JsonNode.Parse("""
            {"Version":"1.1","TranDtls":{"TaxSch":"GST","SupTyp":"B2C"},"DocDtls":{"Typ":"INV","No":"B2C1617260496","Dt":"01/04/2021"},
             "SellerDtls":{"Gstin":"08AASFB9647G1ZU","LglNm":"BLOWBITS SOLUTIONS LLP","Addr1":"12 Station Road","Loc":"Jaipur","Pin":302001,"Stcd":"08"},
             "BuyerDtls":{"Gstin":null,"LglNm":"Ravi Kumar","Addr1":"5 Lake View Road","Loc":"Bengaluru","Pos":"29"},
             "ItemList":[{"SlNo":"1","IsServc":"N","PrdDesc":"Chair","HsnCd":"940169","Qty":10,"Unit":"NOS","UnitPrice":500,"TotAmt":5000,"AssAmt":5000,"GstRt":18,"IgstAmt":900,"TotItemVal":5900}],
             "ValDtls":{"AssVal":5000,"IgstVal":900,"TotInvVal":5900}}
            """)!;
        change?.Invoke(document);
        return System.Text.Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}
