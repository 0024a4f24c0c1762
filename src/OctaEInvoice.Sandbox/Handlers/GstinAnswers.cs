using System.Text.Json;
using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>Writes taxpayers as the specification prints them.</summary>
internal static class GstinAnswers
{
    internal static void Write(Utf8JsonWriter writer, Taxpayer taxpayer)
    {
        writer.WriteString("Gstin", taxpayer.Gstin);
        writer.WriteString("TradeName", taxpayer.TradeName);
        writer.WriteString("LegalName", taxpayer.LegalName);
        writer.WriteString("AddrBnm", taxpayer.BuildingName);
        writer.WriteString("AddrBno", taxpayer.BuildingNumber);
        writer.WriteString("AddrFlno", "");
        writer.WriteString("AddrSt", taxpayer.Street);
        writer.WriteString("AddrLoc", taxpayer.Place.Location);
        writer.WriteNumber("StateCode", taxpayer.Place.StateCode);
        writer.WriteNumber("AddrPncd", taxpayer.Place.Pin);
        writer.WriteString("TxpType", taxpayer.Standing.Type);
        writer.WriteString("Status", taxpayer.Standing.Status);
        writer.WriteString("BlkStatus", taxpayer.Standing.BlockStatus);
    }
}
