using System.Globalization;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Client;

/// <summary>Makes results of the answer of getgstin; numbers may come as text and text as numbers (nic-rules 3.2).</summary>
internal static class GstinAnswer
{
    internal static GstinInfo Read(AnswerFields fields)
    {
        var info = new GstinInfo
        {
            Gstin = fields.Text("Gstin"),
            TradeName = fields.Text("TradeName"),
            LegalName = fields.Text("LegalName"),
            BuildingName = fields.Text("AddrBnm"),
            BuildingNumber = fields.Text("AddrBno"),
            Floor = fields.Text("AddrFlno"),
            Street = fields.Text("AddrSt"),
            Location = fields.Text("AddrLoc"),
            StateCode = fields.Text("StateCode") is string state ? (state.Length == 1 ? "0" + state : state) : null,
            Pin = int.TryParse(fields.Text("AddrPncd"), NumberStyles.None, CultureInfo.InvariantCulture, out int pin) ? pin : null,
            TaxpayerType = fields.Text("TxpType"),
            Status = fields.Text("Status"),
            IsEwbBlocked = string.Equals(fields.Text("BlkStatus"), "B", StringComparison.OrdinalIgnoreCase),
        };
        info.AdditionalFields = fields.Unread();
        return info;
    }
}
