using System.Text;
using OctaEInvoice.Engine.Client;

namespace OctaEInvoice.Tests.Client;

/// <summary>Calls each endpoint by its name, with all that can be asked for.</summary>
internal static class Endpoint
{
    internal const string Gstin = "29AABCT1332L000";
    internal const string Irn = "11f8ef741fe294d4a14aad0b12457e62775d0fdc41a0dcf05b74fbb2ddc47acb";

    internal static readonly string[] Names =
        ["generateirn", "cancelirn", "getirn", "getirnbydoc", "generateewbbyirn", "cancelewb", "getewbbyirn", "getgstin", "getdocirninfo", "generatepaymentqrcode"];

    private static readonly ImageRequest Images = new() { QrCodeFormat = "Jpeg", QrCodeQuality = "Standard", Pdf = true };
    private static readonly DocumentReference Document = new(Gstin, "INV", "MAHI/10", new IndiaDate(2020, 8, 8));

    internal static EwbRequest Transport => new()
    {
        Irn = "eb68a55abbf1a31ae19a6c9d82a0b22ba37785b6b76949585e5f928fea4042cb",
        Transport = new TransportDetails
        {
            TransporterId = "24ACPPM5624F1ZK",
            TransporterName = "Golden Transport",
            TransportMode = "1",
            Distance = 300,
            TransportDocumentNumber = "RS021",
            TransportDocumentDate = new IndiaDate(2020, 11, 29),
            VehicleNumber = "RJ016789",
            VehicleType = "R",
        },
        ShipTo = new EwbShipTo { Address1 = "Sidiginamola Village", Address2 = "Ballari", Location = "Ballari", Pin = 583138, StateCode = "29" },
    };

    /// <summary>Calls an endpoint and gives what the answer became and the errors that it told.</summary>
    internal static async Task<(object? Value, IReadOnlyList<ServerError> Errors)> CallAsync(OctaClient client, string name)
    {
        ReadOnlyMemory<byte> document = Encoding.UTF8.GetBytes("{}");
        return name switch
        {
            "generateirn" => Of(await client.GenerateIrnAsync(document, Images, default)),
            "cancelirn" => Of(await client.CancelIrnAsync(Gstin, Irn, IrnCancelReason.DataEntryMistake, "Wrong HSN codes reported", default)),
            "getirn" => Of(await client.GetIrnAsync(Gstin, Irn, Images, default)),
            "getirnbydoc" => Of(await client.GetIrnByDocumentAsync(Document, Images, default)),
            "generateewbbyirn" => Of(await client.GenerateEwbByIrnAsync(Gstin, Transport, pdf: true, default)),
            "cancelewb" => Of(await client.CancelEwbAsync(Gstin, "791008693652", EwbCancelReason.OrderCancelled, "Wrong HSN codes reported", default)),
            "getewbbyirn" => Of(await client.GetEwbByIrnAsync(Gstin, Irn, pdf: true, default)),
            "getgstin" => Of(await client.GetGstinAsync(Gstin, "24ACPPM5624F1ZK", default)),
            "getdocirninfo" => Of(await client.GetDocumentIrnInfoAsync(Document, Images, default)),
            _ => Of(await client.GeneratePaymentQrAsync(document, Images, default)),
        };
    }

    private static (object? Value, IReadOnlyList<ServerError> Errors) Of<T>(ServerAnswer<T> answer)
        where T : class => (answer.Value, answer.Errors);
}
