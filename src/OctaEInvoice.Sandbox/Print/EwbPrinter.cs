using System.Globalization;
using OctaEInvoice.Sandbox.Portal;

namespace OctaEInvoice.Sandbox.Print;

/// <summary>What the PDF of an e-way bill shows.</summary>
internal static class EwbPrinter
{
    /// <summary>The print of a document's e-way bill.</summary>
    /// <param name="record">A document with an e-way bill.</param>
    internal static EwayBillPrint Print(IrnRecord record)
    {
        OctaInvoice invoice = StoredInvoice.Read(record);
        EwbRecord ewb = record.Ewb!;
        return new EwayBillPrint
        {
            EwbNumber = ewb.NumberText,
            EwbTime = ewb.Time.ToWireString(),
            ValidUntil = ewb.Terms.ValidTill?.ToWireString() ?? "",
            Irn = record.Irn,
            DocumentNumber = record.Key.Number,
            DocumentDate = record.DocumentDate.ToWireString(),
            Details =
            [
                new("Supply type", invoice.Transaction?.SupplyType ?? ""),
                new("Distance", string.Format(CultureInfo.InvariantCulture, "{0} km", ewb.Terms.Distance)),
            ],
            Parties = PrintParts.Parties(invoice, ewb.Terms.Consignment),
            Items = PrintParts.Items(invoice),
            Total = invoice.Totals?.Total ?? 0,
            Transport = Transport(ewb.Terms.Consignment.Transport ?? new TransportDetails()),
            IsCancelled = !ewb.IsActive,
            // As the portal's: number, GSTIN of who made it, time.
            QrText = $"{ewb.NumberText}/{record.Key.SellerGstin}/{ewb.Time.ToWireString()}",
        };
    }

    private static List<PrintedField> Transport(TransportDetails transport)
    {
        List<PrintedField> fields = [];
        Add("Mode", Mode(transport.TransportMode));
        Add("Vehicle", transport.VehicleNumber);
        Add("Transporter", $"{transport.TransporterId} {transport.TransporterName}".Trim());
        Add("Transport document", $"{transport.TransportDocumentNumber} {transport.TransportDocumentDate?.ToWireString()}".Trim());
        return fields;

        void Add(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                fields.Add(new PrintedField(label, value!));
        }
    }

    private static string? Mode(string? mode) => mode switch
    {
        "1" => "Road",
        "2" => "Rail",
        "3" => "Air",
        "4" => "Ship",
        _ => mode,
    };
}
