using System.Text;
using System.Text.Json;
using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Tests.Output;

public class SignedJsonTests
{
    [Fact]
    public void What_has_to_be_kept_stands_under_the_names_of_the_API()
    {
        string json = Encoding.UTF8.GetString(SignedJson.Write("35054c", "112010000011474", "2026-05-04T10:00:00+05:30", "i.i.i", "q.q.q"));
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(
            ["Irn=35054c", "AckNo=112010000011474", "AckTime=2026-05-04T10:00:00+05:30", "SignedInvoice=i.i.i", "SignedQRCode=q.q.q"],
            document.RootElement.EnumerateObject().Select(member => member.Name + "=" + member.Value.GetString()));
        Assert.Equal(7, json.Split('\n').Length);
    }

    [Fact]
    public void What_is_missing_is_null()
    {
        using JsonDocument document = JsonDocument.Parse(SignedJson.Write(null, null, null, null, null));
        Assert.All(document.RootElement.EnumerateObject(), member => Assert.Equal(JsonValueKind.Null, member.Value.ValueKind));
    }
}
