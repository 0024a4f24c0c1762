using System.Globalization;
using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Engine.Rules;

/// <summary>The transport fields of a document that asks for an e-way bill (nic-rules 2.2, e-waybill part).</summary>
internal static class EwbRules
{
    private const int PinAbroad = 999999;
    private const int FarthestWithinPin = 100;

    internal static void Check(Findings findings)
    {
        if (findings.Invoice.Transport is not TransportDetails transport || !InvoiceShapes.EwbDtls.HasValues(transport))
            return;
        if (findings.Supply.IsNote)
        {
            findings.Add(Rule.EwbForNote, findings.Invoice.Document!.Type);
            return;
        }
        if (!HasGoods(findings))
        {
            findings.Add(Rule.EwbWithoutGoods, null);
            return;
        }
        CheckTransport(findings, transport);
        CheckPlaces(findings);
        if (transport.Distance is int distance && findings.Sound(Field.Distance))
            CheckDistance(findings, distance);
    }

    /// <summary>What holds for the transport alone, whatever the document.</summary>
    internal static void CheckTransport(Findings findings, TransportDetails transport)
    {
        if (findings.Sound(Field.TransMode))
            CheckMode(findings, transport);
        CheckDates(findings, transport);
    }

    // A code that the schema refused may be one of goods.
    private static bool HasGoods(Findings findings)
    {
        List<InvoiceItem>? items = findings.Invoice.Items;
        for (int i = 0; i < (items?.Count ?? 0); i++)
            if (items![i].HsnCode?.StartsWith("99", StringComparison.Ordinal) != true || !findings.Sound(Field.HsnCd, i))
                return true;
        return items is not { Count: > 0 };
    }

    private static void CheckMode(Findings findings, TransportDetails transport)
    {
        switch (transport.TransportMode)
        {
            case "1":
                Require(findings, Field.VehNo, transport.VehicleNumber, Rule.VehicleNumberMissing);
                Require(findings, Field.VehType, transport.VehicleType, Rule.VehicleTypeMissing);
                break;
            case "2" or "3":
                CheckRailOrAir(findings, transport);
                break;
            case "4":
                CheckShip(findings, transport);
                break;
            case null or "":
                CheckPartA(findings, transport);
                break;
        }
    }

    private static void CheckPartA(Findings findings, TransportDetails transport)
    {
        string? ofPartB = FirstGiven(transport.VehicleNumber, transport.TransportDocumentNumber, transport.VehicleType, transport.TransportDocumentDate?.ToWireString());
        if (ofPartB is not null)
            findings.Add(Rule.TransportModeMissing, null, $"1 road, 2 rail, 3 air, 4 ship, since {ofPartB} is given");
        else
            Require(findings, Field.TransId, transport.TransporterId, Rule.EwbWithoutTransporterAndMode);
    }

    private static void CheckRailOrAir(Findings findings, TransportDetails transport)
    {
        Require(findings, Field.TransDocNo, transport.TransportDocumentNumber, Rule.TransportDocumentNumberMissing);
        if (transport.TransportDocumentDate is null && findings.Sound(Field.TransDocDt))
            findings.Add(Rule.TransportDocumentDateMissing, null);
        if (!string.IsNullOrEmpty(transport.VehicleNumber) && findings.Sound(Field.VehNo))
            findings.Add(Rule.VehicleNotForMode, transport.VehicleNumber);
        if (transport.VehicleType == "O")
            findings.Add(Rule.OverDimensionalNotForMode, transport.VehicleType);
    }

    private static void CheckShip(Findings findings, TransportDetails transport)
    {
        if (string.IsNullOrEmpty(transport.VehicleNumber) && findings.Sound(Field.VehNo))
        {
            if (!string.IsNullOrEmpty(transport.TransportDocumentNumber))
                RequireShipDocumentDate(findings, transport);
            else if (findings.Sound(Field.TransDocNo))
                findings.Add(Rule.ShipWithoutVehicleOrDocument, null);
        }
        if (transport.VehicleType != "O" && findings.Sound(Field.VehType))
            findings.Add(Rule.ShipVehicleType, transport.VehicleType);
    }

    private static void RequireShipDocumentDate(Findings findings, TransportDetails transport)
    {
        if (transport.TransportDocumentDate is null && findings.Sound(Field.TransDocDt))
            findings.Add(Rule.ShipDocumentWithoutDate, null);
    }

    private static void CheckDates(Findings findings, TransportDetails transport)
    {
        IndiaDate today = findings.Settings.Today;
        // A document date to come has its own finding: nothing else is compared with it.
        IndiaDate? documentDate = findings.Sound(Field.Dt) && !(findings.Invoice.Document?.Date > today) ? findings.Invoice.Document?.Date : null;
        if (documentDate is IndiaDate day && day < today.AddDays(-RuleBook.Limits.EwbDocumentAgeDays))
            findings.Add(Rule.EwbDocumentTooOld, day.ToWireString(), $"{today.AddDays(-RuleBook.Limits.EwbDocumentAgeDays).ToWireString()} or later");
        if (transport.TransportDocumentDate is not IndiaDate date || !findings.Sound(Field.TransDocDt))
            return;
        if (date > today)
            findings.Add(Rule.TransportDocumentDateInFuture, date.ToWireString(), $"{today.ToWireString()} (today in India) or earlier");
        else if (date < documentDate)
            findings.Add(Rule.TransportDocumentDateBeforeInvoice, date.ToWireString(), $"{documentDate.Value.ToWireString()} or later");
    }

    private static void CheckPlaces(Findings findings)
    {
        OctaInvoice invoice = findings.Invoice;
        if (StateNumber.Of(invoice.Dispatch?.StateCode) == StateNumber.OtherCountry && findings.Sound(Field.DispatchStcd))
            findings.Add(Rule.EwbDispatchAbroad, invoice.Dispatch!.StateCode);
        if (!findings.Supply.IsExport)
            return;
        if (invoice.ShipTo is not ShipToDetails shipTo || !InvoiceShapes.ShipDtls.HasValues(shipTo))
        {
            findings.Add(Rule.EwbExportWithoutShipTo, null);
            return;
        }
        if (StateNumber.Of(shipTo.StateCode) == StateNumber.OtherCountry && findings.Sound(Field.ShipToStcd))
            findings.Add(Rule.EwbShipToAbroad, shipTo.StateCode);
        if (shipTo.Pin == PinAbroad)
            findings.Add(Rule.EwbShipToPinAbroad, "999999");
    }

    private static void CheckDistance(Findings findings, int distance)
    {
        OctaInvoice invoice = findings.Invoice;
        if (!findings.Sound(Field.DispatchPin) || !findings.Sound(Field.ShipToPin))
            return;
        int? from = invoice.Dispatch?.Pin ?? invoice.Seller?.Pin;
        int? to = invoice.ShipTo?.Pin ?? invoice.Buyer?.Pin;
        if (from is null || to is null)
            return;
        // An export without ship-to address, or with one abroad, has its own finding.
        bool isAbroad = from == PinAbroad || to == PinAbroad;
        if (isAbroad && distance == 0 && !findings.Supply.IsExport)
            findings.Add(Rule.DistanceZeroAbroad, "0");
        else if (!isAbroad && from == to && distance == 0)
            findings.Add(Rule.DistanceZeroForSamePin, "0");
        else if (!isAbroad && from == to && distance > FarthestWithinPin)
            findings.Add(Rule.DistanceTooHighForSamePin, distance.ToString(CultureInfo.InvariantCulture));
    }

    private static void Require(Findings findings, FieldFacts field, string? value, Rule rule)
    {
        if (string.IsNullOrEmpty(value) && findings.Sound(field))
            findings.Add(rule, null);
    }

    private static string? FirstGiven(string? first, string? second, string? third, string? fourth) =>
        first is { Length: > 0 } ? first : second is { Length: > 0 } ? second : third is { Length: > 0 } ? third : fourth;
}
