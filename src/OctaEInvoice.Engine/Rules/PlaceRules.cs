using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>States, PIN codes and place of supply (nic-rules 2.2, general; the lists of 2.5).</summary>
internal static class PlaceRules
{
    private const int PinAbroad = 999999;
    private const char ArmyPostal = '9';

    internal static void Check(DocumentUnderCheck document)
    {
        OctaInvoice invoice = document.Invoice;
        if (invoice.Seller is SellerDetails seller)
            CheckSeller(document, seller);
        if (invoice.Buyer is BuyerDetails buyer && document.Supply.IsKnown)
        {
            if (document.Supply.IsExport)
                CheckBuyerAbroad(document, buyer);
            else
                CheckBuyer(document, buyer);
        }
        if (invoice.Dispatch is DispatchDetails dispatch)
            CheckDispatch(document, dispatch);
        if (invoice.ShipTo is ShipToDetails shipTo)
            CheckShipTo(document, shipTo);
    }

    private static void CheckSeller(DocumentUnderCheck document, SellerDetails seller)
    {
        bool isSound = IsOfGstin(document, NicFields.SellerStcd, seller.StateCode, NicFields.SellerGstin, seller.Gstin, Rule.SellerStateNotOfGstin)
            && IsState(document, NicFields.SellerStcd, seller.StateCode, Rule.SellerStateUnknown);
        if (IsPinAbroad(document, NicFields.SellerPin, seller.Pin, seller.StateCode))
            document.Add(Rule.SellerPinAbroad, Text(seller.Pin));
        else if (isSound)
            CheckPin(document, NicFields.SellerPin, seller.Pin, seller.StateCode, Rule.SellerPinUnknown, Rule.SellerPinNotOfState);
    }

    private static void CheckBuyerAbroad(DocumentUnderCheck document, BuyerDetails buyer)
    {
        Require(document, NicFields.BuyerStcd, buyer.StateCode, Rule.ExportStateCode);
        Require(document, NicFields.BuyerPos, buyer.PlaceOfSupply, Rule.ExportPlaceOfSupply);
        if (buyer.Pin is null)
            CheckPinGiven(document);
        else if (buyer.Pin != PinAbroad && document.Sound(NicFields.BuyerPin))
            document.Add(Rule.ExportPin, Text(buyer.Pin));
    }

    private static void CheckBuyer(DocumentUnderCheck document, BuyerDetails buyer)
    {
        bool isSound = IsSoundBuyerState(document, buyer);
        if (isSound || buyer.PlaceOfSupply != buyer.StateCode)
            CheckPlaceOfSupply(document, buyer);
        if (buyer.Pin is null)
            CheckPinGiven(document);
        else if (IsPinAbroad(document, NicFields.BuyerPin, buyer.Pin, buyer.StateCode))
            document.Add(Rule.BuyerPinAbroad, Text(buyer.Pin));
        else if (isSound)
            CheckPin(document, NicFields.BuyerPin, buyer.Pin, buyer.StateCode, Rule.BuyerPinUnknown, Rule.BuyerPinNotOfState);
    }

    private static bool IsSoundBuyerState(DocumentUnderCheck document, BuyerDetails buyer)
    {
        if (StateNumber.Of(buyer.StateCode) == StateNumber.OtherCountry && document.Sound(NicFields.BuyerStcd))
        {
            document.Add(Rule.BuyerStateAbroad, buyer.StateCode);
            return false;
        }
        return IsOfGstin(document, NicFields.BuyerStcd, buyer.StateCode, NicFields.BuyerGstin, buyer.Gstin, Rule.BuyerStateNotOfGstin)
            && IsState(document, NicFields.BuyerStcd, buyer.StateCode, Rule.BuyerStateUnknown);
    }

    private static void CheckPlaceOfSupply(DocumentUnderCheck document, BuyerDetails buyer)
    {
        if (!document.Sound(NicFields.BuyerPos) || StateNumber.Of(buyer.PlaceOfSupply) != StateNumber.OtherCountry)
            IsState(document, NicFields.BuyerPos, buyer.PlaceOfSupply, Rule.PlaceOfSupplyUnknown);
        else if (!document.Supply.IsB2b)
            document.Add(Rule.PlaceOfSupplyAbroad, buyer.PlaceOfSupply);
        else if (!IsAllTransportOfGoods(document))
            document.Add(Rule.PlaceOfSupplyAbroadForGoods, buyer.PlaceOfSupply);
    }

    // 9965 is goods transport, 9968 postal and courier services; a line whose code the schema refused proves nothing.
    private static bool IsAllTransportOfGoods(DocumentUnderCheck document)
    {
        List<InvoiceItem>? items = document.Invoice.Items;
        for (int i = 0; i < (items?.Count ?? 0); i++)
        {
            string? code = items![i].HsnCode;
            bool isTransport = code is not null && (code.StartsWith("9965", StringComparison.Ordinal) || code.StartsWith("9968", StringComparison.Ordinal));
            if (!isTransport && document.Sound(NicFields.HsnCd, i))
                return false;
        }
        return true;
    }

    private static void CheckDispatch(DocumentUnderCheck document, DispatchDetails dispatch)
    {
        bool isSound = IsState(document, NicFields.DispatchStcd, dispatch.StateCode, Rule.DispatchStateUnknown);
        if (IsPinAbroad(document, NicFields.DispatchPin, dispatch.Pin, dispatch.StateCode))
            document.Add(Rule.DispatchPinAbroad, Text(dispatch.Pin));
        else if (isSound)
            CheckPin(document, NicFields.DispatchPin, dispatch.Pin, dispatch.StateCode, Rule.DispatchPinUnknown, Rule.DispatchPinNotOfState);
    }

    private static void CheckShipTo(DocumentUnderCheck document, ShipToDetails shipTo)
    {
        bool mustBeInIndia = document.Supply.IsKnown && !document.Supply.IsExport;
        bool isAbroad = StateNumber.Of(shipTo.StateCode) == StateNumber.OtherCountry && document.Sound(NicFields.ShipToStcd);
        bool isSound = !isAbroad && IsState(document, NicFields.ShipToStcd, shipTo.StateCode, Rule.ShipToStateUnknown);
        if (mustBeInIndia && isAbroad)
            document.Add(Rule.ShipToStateAbroad, shipTo.StateCode);
        else if (mustBeInIndia && IsPinAbroad(document, NicFields.ShipToPin, shipTo.Pin, shipTo.StateCode))
            document.Add(Rule.ShipToPinAbroad, Text(shipTo.Pin));
        else if (isSound)
            CheckPin(document, NicFields.ShipToPin, shipTo.Pin, shipTo.StateCode, Rule.ShipToPinUnknown, Rule.ShipToPinNotOfState);
    }

    private static void Require(DocumentUnderCheck document, FieldFacts field, string? state, Rule rule)
    {
        if (!string.IsNullOrEmpty(state) && document.Sound(field) && StateNumber.Of(state) != StateNumber.OtherCountry)
            document.Add(rule, state);
    }

    private static void CheckPinGiven(DocumentUnderCheck document)
    {
        if (!document.Settings.ForPaymentQr && document.Sound(NicFields.BuyerPin))
            document.Add(Rule.BuyerPinMissing, null);
    }

    private static bool IsOfGstin(DocumentUnderCheck document, FieldFacts stateField, string? state, FieldFacts gstinField, string? gstin, Rule rule)
    {
        int ofGstin = StateNumber.Of(gstin);
        if (string.IsNullOrEmpty(state) || ofGstin == 0 || ofGstin == StateNumber.CentreJurisdiction || ofGstin == StateNumber.Of(state))
            return true;
        if (!document.Sound(stateField) || !document.Sound(gstinField))
            return true;
        document.Add(rule, state, $"{gstin!.Substring(0, 2)}, as in {gstin}");
        return false;
    }

    private static bool IsState(DocumentUnderCheck document, FieldFacts field, string? state, Rule rule)
    {
        if (string.IsNullOrEmpty(state) || !document.Sound(field) || document.Settings.Masters.IsState(state))
            return true;
        string? name = document.Settings.Masters.StateName(state);
        document.Add(rule, state, name is null ? null : $"a code in force; {state} ({name}) was withdrawn");
        return false;
    }

    private static bool IsPinAbroad(DocumentUnderCheck document, FieldFacts field, int? pin, string? state) =>
        pin == PinAbroad && StateNumber.Of(state) != StateNumber.OtherTerritory && document.Sound(field);

    private static void CheckPin(DocumentUnderCheck document, FieldFacts field, int? pin, string? state, Rule unknown, Rule notOfState)
    {
        int stateNumber = StateNumber.Of(state);
        if (pin is not int code || code == PinAbroad || stateNumber is 0 or StateNumber.OtherCountry or StateNumber.OtherTerritory || !document.Sound(field))
            return;
        IReadOnlyList<string> states = document.Settings.Masters.StatesOfPin(code);
        for (int i = 0; i < states.Count; i++)
            if (StateNumber.Of(states[i]) == stateNumber)
                return;
        if (states.Count > 0)
            document.Add(notOfState, Text(pin), $"a PIN code of state {state}; this one lies in {string.Join(" or ", states)}");
        // The list has no army post offices.
        else if (Text(pin)![0] != ArmyPostal)
            document.Add(unknown, Text(pin));
    }

    private static string? Text(int? pin) => pin?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
