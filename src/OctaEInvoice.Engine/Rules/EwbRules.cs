using System.Globalization;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>The transport fields of a document that asks for an e-way bill (nic-rules 2.2, e-waybill part).</summary>
internal static class EwbRules
{
    private const int PinAbroad = 999999;
    private const int MaxDistanceWithinPin = 100;

    internal static void Check(DocumentUnderCheck document)
    {
        if (document.Invoice.Transport is not TransportDetails transport || !InvoiceShapes.EwbDtls.HasValues(transport))
            return;
        if (document.Supply.IsNote)
        {
            document.Add(Rule.EwbForNote, document.Invoice.Document!.Type);
            return;
        }
        if (!HasGoods(document))
        {
            document.Add(Rule.EwbWithoutGoods, null);
            return;
        }
        CheckTransport(document, transport);
        CheckPlaces(document);
        if (transport.Distance is int distance && document.Sound(NicFields.Distance))
            CheckDistance(document, distance);
    }

    /// <summary>What holds for the transport alone, whatever the document.</summary>
    internal static void CheckTransport(DocumentUnderCheck document, TransportDetails transport)
    {
        if (document.Sound(NicFields.TransMode))
            CheckMode(document, transport);
        CheckDates(document, transport);
    }

    // A code that the schema refused may be one of goods.
    private static bool HasGoods(DocumentUnderCheck document)
    {
        List<InvoiceItem>? items = document.Invoice.Items;
        for (int i = 0; i < (items?.Count ?? 0); i++)
            if (items![i].HsnCode?.StartsWith("99", StringComparison.Ordinal) != true || !document.Sound(NicFields.HsnCd, i))
                return true;
        return items is not { Count: > 0 };
    }

    private static void CheckMode(DocumentUnderCheck document, TransportDetails transport)
    {
        switch (transport.TransportMode)
        {
            case "1":
                Require(document, NicFields.VehNo, transport.VehicleNumber, Rule.VehicleNumberMissing);
                Require(document, NicFields.VehType, transport.VehicleType, Rule.VehicleTypeMissing);
                break;
            case "2" or "3":
                CheckRailOrAir(document, transport);
                break;
            case "4":
                CheckShip(document, transport);
                break;
            case null or "":
                CheckPartA(document, transport);
                break;
        }
    }

    private static void CheckPartA(DocumentUnderCheck document, TransportDetails transport)
    {
        string? ofPartB = FirstGiven(transport.VehicleNumber, transport.TransportDocumentNumber, transport.VehicleType, transport.TransportDocumentDate?.ToWireString());
        if (ofPartB is not null)
            document.Add(Rule.TransportModeMissing, null, $"1 road, 2 rail, 3 air, 4 ship, since {ofPartB} is given");
        else
            Require(document, NicFields.TransId, transport.TransporterId, Rule.EwbWithoutTransporterAndMode);
    }

    private static void CheckRailOrAir(DocumentUnderCheck document, TransportDetails transport)
    {
        Require(document, NicFields.TransDocNo, transport.TransportDocumentNumber, Rule.TransportDocumentNumberMissing);
        if (transport.TransportDocumentDate is null && document.Sound(NicFields.TransDocDt))
            document.Add(Rule.TransportDocumentDateMissing, null);
        if (!string.IsNullOrEmpty(transport.VehicleNumber) && document.Sound(NicFields.VehNo))
            document.Add(Rule.VehicleNotForMode, transport.VehicleNumber);
        if (transport.VehicleType == "O")
            document.Add(Rule.OverDimensionalNotForMode, transport.VehicleType);
    }

    private static void CheckShip(DocumentUnderCheck document, TransportDetails transport)
    {
        if (string.IsNullOrEmpty(transport.VehicleNumber) && document.Sound(NicFields.VehNo))
        {
            if (!string.IsNullOrEmpty(transport.TransportDocumentNumber))
                RequireShipDocumentDate(document, transport);
            else if (document.Sound(NicFields.TransDocNo))
                document.Add(Rule.ShipWithoutVehicleOrDocument, null);
        }
        if (transport.VehicleType != "O" && document.Sound(NicFields.VehType))
            document.Add(Rule.ShipVehicleType, transport.VehicleType);
    }

    private static void RequireShipDocumentDate(DocumentUnderCheck document, TransportDetails transport)
    {
        if (transport.TransportDocumentDate is null && document.Sound(NicFields.TransDocDt))
            document.Add(Rule.ShipDocumentWithoutDate, null);
    }

    private static void CheckDates(DocumentUnderCheck document, TransportDetails transport)
    {
        IndiaDate today = document.Settings.Today;
        // A document date to come has its own issue: nothing else is compared with it.
        IndiaDate? documentDate = document.Sound(NicFields.Dt) && !(document.Invoice.Document?.Date > today) ? document.Invoice.Document?.Date : null;
        if (documentDate is IndiaDate day && day < today.AddDays(-RuleBook.Limits.EwbDocumentAgeDays))
            document.Add(Rule.EwbDocumentTooOld, day.ToWireString(), $"{today.AddDays(-RuleBook.Limits.EwbDocumentAgeDays).ToWireString()} or later");
        if (transport.TransportDocumentDate is not IndiaDate date || !document.Sound(NicFields.TransDocDt))
            return;
        if (date > today)
            document.Add(Rule.TransportDocumentDateInFuture, date.ToWireString(), $"{today.ToWireString()} (today in India) or earlier");
        else if (date < documentDate)
            document.Add(Rule.TransportDocumentDateBeforeInvoice, date.ToWireString(), $"{documentDate.Value.ToWireString()} or later");
    }

    private static void CheckPlaces(DocumentUnderCheck document)
    {
        OctaInvoice invoice = document.Invoice;
        if (StateNumber.Of(invoice.Dispatch?.StateCode) == StateNumber.OtherCountry && document.Sound(NicFields.DispatchStcd))
            document.Add(Rule.EwbDispatchAbroad, invoice.Dispatch!.StateCode);
        if (!document.Supply.IsExport)
            return;
        if (invoice.ShipTo is not ShipToDetails shipTo || !InvoiceShapes.ShipDtls.HasValues(shipTo))
        {
            document.Add(Rule.EwbExportWithoutShipTo, null);
            return;
        }
        if (StateNumber.Of(shipTo.StateCode) == StateNumber.OtherCountry && document.Sound(NicFields.ShipToStcd))
            document.Add(Rule.EwbShipToAbroad, shipTo.StateCode);
        if (shipTo.Pin == PinAbroad)
            document.Add(Rule.EwbShipToPinAbroad, "999999");
    }

    private static void CheckDistance(DocumentUnderCheck document, int distance)
    {
        OctaInvoice invoice = document.Invoice;
        if (!document.Sound(NicFields.DispatchPin) || !document.Sound(NicFields.ShipToPin))
            return;
        int? from = invoice.Dispatch?.Pin ?? invoice.Seller?.Pin;
        int? to = invoice.ShipTo?.Pin ?? invoice.Buyer?.Pin;
        if (from is null || to is null)
            return;
        // An export without ship-to address, or with one abroad, has its own issue.
        bool isAbroad = from == PinAbroad || to == PinAbroad;
        if (isAbroad && distance == 0 && !document.Supply.IsExport)
            document.Add(Rule.DistanceZeroAbroad, "0");
        else if (!isAbroad && from == to && distance == 0)
            document.Add(Rule.DistanceZeroForSamePin, "0");
        else if (!isAbroad && from == to && distance > MaxDistanceWithinPin)
            document.Add(Rule.DistanceTooHighForSamePin, distance.ToString(CultureInfo.InvariantCulture));
    }

    private static void Require(DocumentUnderCheck document, FieldFacts field, string? value, Rule rule)
    {
        if (string.IsNullOrEmpty(value) && document.Sound(field))
            document.Add(rule, null);
    }

    private static string? FirstGiven(string? first, string? second, string? third, string? fourth) =>
        first is { Length: > 0 } ? first : second is { Length: > 0 } ? second : third is { Length: > 0 } ? third : fourth;
}
