using OctaEInvoice.Engine.Fields;

namespace OctaEInvoice.Engine.Rules;

/// <summary>States, PIN codes and place of supply (nic-rules 2.2, general; the lists of 2.5).</summary>
internal static class PlaceRules
{
    private const int PinAbroad = 999999;
    private const char ArmyPostal = '9';

    internal static void Check(Findings findings)
    {
        OctaInvoice invoice = findings.Invoice;
        if (invoice.Seller is SellerDetails seller)
            CheckSeller(findings, seller);
        if (invoice.Buyer is BuyerDetails buyer && findings.Supply.IsKnown)
        {
            if (findings.Supply.IsExport)
                CheckBuyerAbroad(findings, buyer);
            else
                CheckBuyer(findings, buyer);
        }
        if (invoice.Dispatch is DispatchDetails dispatch)
            CheckDispatch(findings, dispatch);
        if (invoice.ShipTo is ShipToDetails shipTo)
            CheckShipTo(findings, shipTo);
    }

    private static void CheckSeller(Findings findings, SellerDetails seller)
    {
        bool isSound = IsOfGstin(findings, Field.SellerStcd, seller.StateCode, Field.SellerGstin, seller.Gstin, Rule.SellerStateNotOfGstin)
            && IsState(findings, Field.SellerStcd, seller.StateCode, Rule.SellerStateUnknown);
        if (IsPinAbroad(findings, Field.SellerPin, seller.Pin, seller.StateCode))
            findings.Add(Rule.SellerPinAbroad, Text(seller.Pin));
        else if (isSound)
            CheckPin(findings, Field.SellerPin, seller.Pin, seller.StateCode, Rule.SellerPinUnknown, Rule.SellerPinNotOfState);
    }

    private static void CheckBuyerAbroad(Findings findings, BuyerDetails buyer)
    {
        Require(findings, Field.BuyerStcd, buyer.StateCode, Rule.ExportStateCode);
        Require(findings, Field.BuyerPos, buyer.PlaceOfSupply, Rule.ExportPlaceOfSupply);
        if (buyer.Pin is null)
            CheckPinGiven(findings);
        else if (buyer.Pin != PinAbroad && findings.Sound(Field.BuyerPin))
            findings.Add(Rule.ExportPin, Text(buyer.Pin));
    }

    private static void CheckBuyer(Findings findings, BuyerDetails buyer)
    {
        bool isSound = IsSoundBuyerState(findings, buyer);
        if (isSound || buyer.PlaceOfSupply != buyer.StateCode)
            CheckPlaceOfSupply(findings, buyer);
        if (buyer.Pin is null)
            CheckPinGiven(findings);
        else if (IsPinAbroad(findings, Field.BuyerPin, buyer.Pin, buyer.StateCode))
            findings.Add(Rule.BuyerPinAbroad, Text(buyer.Pin));
        else if (isSound)
            CheckPin(findings, Field.BuyerPin, buyer.Pin, buyer.StateCode, Rule.BuyerPinUnknown, Rule.BuyerPinNotOfState);
    }

    private static bool IsSoundBuyerState(Findings findings, BuyerDetails buyer)
    {
        if (StateNumber.Of(buyer.StateCode) == StateNumber.OtherCountry && findings.Sound(Field.BuyerStcd))
        {
            findings.Add(Rule.BuyerStateAbroad, buyer.StateCode);
            return false;
        }
        return IsOfGstin(findings, Field.BuyerStcd, buyer.StateCode, Field.BuyerGstin, buyer.Gstin, Rule.BuyerStateNotOfGstin)
            && IsState(findings, Field.BuyerStcd, buyer.StateCode, Rule.BuyerStateUnknown);
    }

    private static void CheckPlaceOfSupply(Findings findings, BuyerDetails buyer)
    {
        if (!findings.Sound(Field.BuyerPos) || StateNumber.Of(buyer.PlaceOfSupply) != StateNumber.OtherCountry)
            IsState(findings, Field.BuyerPos, buyer.PlaceOfSupply, Rule.PlaceOfSupplyUnknown);
        else if (!findings.Supply.IsB2b)
            findings.Add(Rule.PlaceOfSupplyAbroad, buyer.PlaceOfSupply);
        else if (!IsAllTransportOfGoods(findings))
            findings.Add(Rule.PlaceOfSupplyAbroadForGoods, buyer.PlaceOfSupply);
    }

    // 9965 is goods transport, 9968 postal and courier services; a line whose code the schema refused proves nothing.
    private static bool IsAllTransportOfGoods(Findings findings)
    {
        List<InvoiceItem>? items = findings.Invoice.Items;
        for (int i = 0; i < (items?.Count ?? 0); i++)
        {
            string? code = items![i].HsnCode;
            bool isTransport = code is not null && (code.StartsWith("9965", StringComparison.Ordinal) || code.StartsWith("9968", StringComparison.Ordinal));
            if (!isTransport && findings.Sound(Field.HsnCd, i))
                return false;
        }
        return true;
    }

    private static void CheckDispatch(Findings findings, DispatchDetails dispatch)
    {
        bool isSound = IsState(findings, Field.DispatchStcd, dispatch.StateCode, Rule.DispatchStateUnknown);
        if (IsPinAbroad(findings, Field.DispatchPin, dispatch.Pin, dispatch.StateCode))
            findings.Add(Rule.DispatchPinAbroad, Text(dispatch.Pin));
        else if (isSound)
            CheckPin(findings, Field.DispatchPin, dispatch.Pin, dispatch.StateCode, Rule.DispatchPinUnknown, Rule.DispatchPinNotOfState);
    }

    private static void CheckShipTo(Findings findings, ShipToDetails shipTo)
    {
        bool mustBeInIndia = findings.Supply.IsKnown && !findings.Supply.IsExport;
        bool isAbroad = StateNumber.Of(shipTo.StateCode) == StateNumber.OtherCountry && findings.Sound(Field.ShipToStcd);
        bool isSound = !isAbroad && IsState(findings, Field.ShipToStcd, shipTo.StateCode, Rule.ShipToStateUnknown);
        if (mustBeInIndia && isAbroad)
            findings.Add(Rule.ShipToStateAbroad, shipTo.StateCode);
        else if (mustBeInIndia && IsPinAbroad(findings, Field.ShipToPin, shipTo.Pin, shipTo.StateCode))
            findings.Add(Rule.ShipToPinAbroad, Text(shipTo.Pin));
        else if (isSound)
            CheckPin(findings, Field.ShipToPin, shipTo.Pin, shipTo.StateCode, Rule.ShipToPinUnknown, Rule.ShipToPinNotOfState);
    }

    private static void Require(Findings findings, FieldFacts field, string? state, Rule rule)
    {
        if (!string.IsNullOrEmpty(state) && findings.Sound(field) && StateNumber.Of(state) != StateNumber.OtherCountry)
            findings.Add(rule, state);
    }

    private static void CheckPinGiven(Findings findings)
    {
        if (!findings.Settings.ForPaymentQr && findings.Sound(Field.BuyerPin))
            findings.Add(Rule.BuyerPinMissing, null);
    }

    private static bool IsOfGstin(Findings findings, FieldFacts stateField, string? state, FieldFacts gstinField, string? gstin, Rule rule)
    {
        int ofGstin = StateNumber.Of(gstin);
        if (string.IsNullOrEmpty(state) || ofGstin == 0 || ofGstin == StateNumber.CentreJurisdiction || ofGstin == StateNumber.Of(state))
            return true;
        if (!findings.Sound(stateField) || !findings.Sound(gstinField))
            return true;
        findings.Add(rule, state, $"{gstin!.Substring(0, 2)}, as in {gstin}");
        return false;
    }

    private static bool IsState(Findings findings, FieldFacts field, string? state, Rule rule)
    {
        if (string.IsNullOrEmpty(state) || !findings.Sound(field) || findings.Settings.Masters.IsState(state))
            return true;
        string? name = findings.Settings.Masters.StateName(state);
        findings.Add(rule, state, name is null ? null : $"a code in force; {state} ({name}) was withdrawn");
        return false;
    }

    private static bool IsPinAbroad(Findings findings, FieldFacts field, int? pin, string? state) =>
        pin == PinAbroad && StateNumber.Of(state) != StateNumber.OtherTerritory && findings.Sound(field);

    private static void CheckPin(Findings findings, FieldFacts field, int? pin, string? state, Rule unknown, Rule notOfState)
    {
        int stateNumber = StateNumber.Of(state);
        if (pin is not int code || code == PinAbroad || stateNumber is 0 or StateNumber.OtherCountry or StateNumber.OtherTerritory || !findings.Sound(field))
            return;
        IReadOnlyList<string> states = findings.Settings.Masters.StatesOfPin(code);
        for (int i = 0; i < states.Count; i++)
            if (StateNumber.Of(states[i]) == stateNumber)
                return;
        if (states.Count > 0)
            findings.Add(notOfState, Text(pin), $"a PIN code of state {state}; this one lies in {string.Join(" or ", states)}");
        // The list has no army post offices.
        else if (Text(pin)![0] != ArmyPostal)
            findings.Add(unknown, Text(pin));
    }

    private static string? Text(int? pin) => pin?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
