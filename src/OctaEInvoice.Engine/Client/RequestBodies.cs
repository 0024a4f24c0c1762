using System.Globalization;
using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Client;

/// <summary>Bodies of the requests that are not documents, with exactly the specification's names.</summary>
internal static class RequestBodies
{
    internal static byte[] CancelIrn(string irn, IrnCancelReason reason, string remark) => JsonBytes.WriteObject(writer =>
    {
        writer.WriteString("Irn", irn);
        writer.WriteString("CnlRsn", Digit((int)reason));
        writer.WriteString("CnlRem", remark);
    });

    internal static byte[] CancelEwb(string ewbNumber, EwbCancelReason reason, string remark) => JsonBytes.WriteObject(writer =>
    {
        writer.WriteString("ewbNo", ewbNumber);
        writer.WriteString("cancelRsnCode", Digit((int)reason));
        writer.WriteString("cancelRmrk", remark);
    });

    internal static byte[] Ewb(EwbRequest request) => JsonBytes.WriteObject(writer =>
    {
        writer.WriteString("Irn", request.Irn);
        InvoiceShapes.EwbDtls.WriteMembers(writer, request.Transport);
        if (request.ShipTo is EwbShipTo shipTo)
            WriteShipTo(writer, shipTo);
        if (request.Dispatch is DispatchDetails dispatch && InvoiceShapes.DispDtls.HasValues(dispatch))
        {
            writer.WritePropertyName("DispDtls");
            InvoiceShapes.DispDtls.Write(writer, dispatch);
        }
    });

    private static void WriteShipTo(Utf8JsonWriter writer, EwbShipTo shipTo)
    {
        writer.WriteStartObject("ExpShipDtls");
        WriteText(writer, "Gstin", shipTo.Gstin);
        WriteText(writer, "TrdNm", shipTo.TradeName);
        WriteText(writer, "Addr1", shipTo.Address1);
        WriteText(writer, "Addr2", shipTo.Address2);
        WriteText(writer, "Loc", shipTo.Location);
        if (shipTo.Pin is int pin)
            writer.WriteNumber("Pin", pin);
        WriteText(writer, "Stcd", shipTo.StateCode);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            writer.WriteString(name, value);
    }

    private static string Digit(int reason) => reason.ToString(CultureInfo.InvariantCulture);
}
