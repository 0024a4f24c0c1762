namespace OctaEInvoice.Tests.Rules;

/// <summary>Every rule with a document that breaks it and one that does not.</summary>
internal static class RuleCases
{
    private static DocumentUnderTest B2b() => DocumentUnderTest.InterState();

    private static DocumentUnderTest Plain() => DocumentUnderTest.SpecificationAmounts();

    private static DocumentUnderTest Intra() => DocumentUnderTest.SpecificationAmountsWithinState();

    private static DocumentUnderTest Sez() => B2b().With("TranDtls.SupTyp", "SEZWP");

    private static DocumentUnderTest DeemedExport() => B2b().With("TranDtls.SupTyp", "DEXP");

    private static DocumentUnderTest Export() => B2b().With("TranDtls.SupTyp", "EXPWP")
        .With("BuyerDtls.Gstin", "URP").With("BuyerDtls.Stcd", "96").With("BuyerDtls.Pin", 999999).With("BuyerDtls.Pos", "96")
        .With("ExpDtls.Port", "INNSA1").With("ExpDtls.ForCur", "AED").With("ExpDtls.CntCode", "AE");

    private static DocumentUnderTest IgstWithinState() => Plain().With("TranDtls.IgstOnIntra", "Y").With("TranDtls.RegRev", "Y")
        .With("BuyerDtls.Gstin", "24AABCT1332L1ZK").With("BuyerDtls.Stcd", "24").With("BuyerDtls.Pos", "24").With("BuyerDtls.Pin", 380009);

    private static DocumentUnderTest CreditNote() => Plain().With("DocDtls.Typ", "CRN").With("RefDtls.PrecDocDtls[0].InvNo", "GJ/41").With("RefDtls.PrecDocDtls[0].InvDt", "01/11/2026");

    private static DocumentUnderTest ByRail() => B2b().With("EwbDtls.TransMode", "2").With("EwbDtls.VehNo", null).With("EwbDtls.VehType", null);

    private static DocumentUnderTest ByShip() => B2b().With("EwbDtls.TransMode", "4").With("EwbDtls.VehType", "O");

    private static DocumentUnderTest PartA() => B2b().With("EwbDtls", null).With("EwbDtls.TransId", "29AABCT1332L1ZA").With("EwbDtls.Distance", 0);

    private static DocumentUnderTest WithinOnePin() => B2b().With("DispDtls", null).With("ShipDtls", null)
        .With("SellerDtls.Pin", 380009).With("BuyerDtls.Gstin", "24AABCT1332L1ZK").With("BuyerDtls.Stcd", "24").With("BuyerDtls.Pin", 380009).With("EwbDtls.Distance", 100);

    private static DocumentUnderTest OtherTerritory() => B2b().With("DispDtls", null).With("ShipDtls", null).With("BuyerDtls.Gstin", "97AAACM0829Q1ZX").With("BuyerDtls.Stcd", "97").With("BuyerDtls.Pos", "97").With("BuyerDtls.Pin", 999999);

    internal static readonly RuleCase[] All =
    [
        // General
        new("IrnGiven", B2b, [("Irn", new string('a', 64))], new string('a', 64), [("Irn", null)]),
        new("ReverseChargeNotApplicable", Export, [("TranDtls.RegRev", "Y")], "Y", [("TranDtls.RegRev", "N")]),
        new("ReverseChargeNotApplicable", DeemedExport, [("TranDtls.RegRev", "Y")], "Y", [("TranDtls.RegRev", "Y")]) { DocumentKept = Sez },
        new("ReverseChargeNotApplicable", Export, [("TranDtls.RegRev", "Y")], "Y", [("TranDtls.RegRev", "Y")]) { DocumentKept = B2b },
        new("IgstOnIntraBetweenStates", B2b, [("TranDtls.IgstOnIntra", "Y")], "Y", []) { DocumentKept = IgstWithinState },
        new("IgstOnIntraWithoutReverseCharge", IgstWithinState, [("TranDtls.RegRev", "N")], "N", [("TranDtls.RegRev", "Y")]),
        new("IgstOnIntraWithoutReverseCharge", IgstWithinState, [("TranDtls.RegRev", null)], null, [("TranDtls.RegRev", "Y")]),
        new("IgstOnIntraNotApplicable", Export, [("TranDtls.IgstOnIntra", "Y")], "Y", [("TranDtls.IgstOnIntra", "N")]),
        new("IgstOnIntraNotApplicable", Sez, [("TranDtls.IgstOnIntra", "Y")], "Y", [("TranDtls.IgstOnIntra", null)]),
        new("EcommerceGstinGiven", B2b, [("TranDtls.EcmGstin", "07AAACM0829Q1Z6")], "07AAACM0829Q1Z6", [("TranDtls.EcmGstin", null)]),

        // Document
        new("DocumentDateInFuture", Plain, [("DocDtls.Dt", "23/11/2026")], "23/11/2026", [("DocDtls.Dt", "22/11/2026")]),
        new("DocumentDateBeforeFloor", Plain, [("DocDtls.Dt", "31/03/2025")], "31/03/2025", [("DocDtls.Dt", "01/11/2026")]),
        new("DocumentDateOutsideWindow", Plain, [("DocDtls.Dt", "22/10/2026")], "22/10/2026", [("DocDtls.Dt", "23/10/2026")]),
        new("DocumentDateOutsideWindow", Plain, [("DocDtls.Dt", "01/04/2025")], "01/04/2025", [("DocDtls.Dt", "23/10/2026")]),
        new("PrecedingDocumentMissing", CreditNote, [("RefDtls", null)], null, []),
        new("PrecedingDocumentMissing", CreditNote, [("DocDtls.Typ", "DBN"), ("RefDtls", null)], null, [("DocDtls.Typ", "INV"), ("RefDtls", null)]),
        new("PeriodReversed", B2b, [("RefDtls.DocPerdDtls.InvStDt", "01/12/2026")], "01/12/2026", [("RefDtls.DocPerdDtls.InvStDt", "30/11/2026")]),

        // Parties
        new("SellerCheckDigit", Plain, [("SellerDtls.Gstin", "24ACPPM5624F1ZJ")], "24ACPPM5624F1ZJ", [("SellerDtls.Gstin", "24ACPPM5624F1ZK")]),
        new("BuyerCheckDigit", Plain, [("BuyerDtls.Gstin", "08AASFB9647G1ZV")], "08AASFB9647G1ZV", [("BuyerDtls.Gstin", "08AASFB9647G1ZU")]),
        new("ShipToCheckDigit", B2b, [("ShipDtls.Gstin", "27AAPFU0939F1ZU")], "27AAPFU0939F1ZU", [("ShipDtls.Gstin", "URP")]),
        new("TransporterCheckDigit", B2b, [("EwbDtls.TransId", "29AABCT1332L000")], "29AABCT1332L000", [("EwbDtls.TransId", "24ACPPM5624F1ZK")]),
        new("SellerStateNotOfGstin", Plain, [("SellerDtls.Stcd", "27")], "27", [("SellerDtls.Stcd", "24")]),
        new("BuyerStateNotOfGstin", Plain, [("BuyerDtls.Stcd", "07")], "07", []),
        new("BuyerStateNotOfGstin", Plain, [("BuyerDtls.Stcd", "07")], "07", [("BuyerDtls.Gstin", "99AAACM0829Q1ZT")]),
        new("BuyerIsSeller", Intra, [("BuyerDtls.Gstin", "24ACPPM5624F1ZK")], "24ACPPM5624F1ZK", []),
        new("BuyerUnregistered", Plain, [("BuyerDtls.Gstin", "URP")], "URP", []),
        new("BuyerUnregistered", DeemedExport, [("BuyerDtls.Gstin", "URP")], "URP", []) { DocumentKept = Export },
        new("BuyerUnregistered", Sez, [("BuyerDtls.Gstin", "URP")], "URP", []) { DocumentKept = Sez },
        new("ExportToRegisteredBuyer", Export, [("BuyerDtls.Gstin", "08AASFB9647G1ZU")], "08AASFB9647G1ZU", []),
        new("ExportStateCode", Export, [("BuyerDtls.Stcd", "08")], "08", []),
        new("ExportPin", Export, [("BuyerDtls.Pin", 302001)], "302001", []),
        new("ExportPlaceOfSupply", Export, [("BuyerDtls.Pos", "08")], "08", []),
        new("BuyerStateAbroad", Plain, [("BuyerDtls.Stcd", "96")], "96", []),
        new("BuyerPinAbroad", Plain, [("BuyerDtls.Pin", 999999)], "999999", []) { DocumentKept = OtherTerritory },
        new("BuyerPinMissing", Plain, [("BuyerDtls.Pin", null)], null, []),
        new("BuyerPinMissing", Export, [("BuyerDtls.Pin", null)], null, []),
        new("PlaceOfSupplyAbroad", DeemedExport, [("BuyerDtls.Pos", "96")], "96", []),
        new("PlaceOfSupplyAbroad", Sez, [("BuyerDtls.Pos", "96")], "96", []) { DocumentKept = Sez },
        new("PlaceOfSupplyAbroadForGoods", Plain, [("BuyerDtls.Pos", "96")], "96", [("BuyerDtls.Pos", "96"), ("ItemList[0].HsnCd", "996511"), ("ItemList[0].IsServc", "Y")]),
        new("PlaceOfSupplyAbroadForGoods", Plain, [("BuyerDtls.Pos", "96")], "96", [("BuyerDtls.Pos", "96"), ("ItemList[0].HsnCd", "996812"), ("ItemList[0].IsServc", "Y")]),
        new("SellerPinAbroad", Plain, [("SellerDtls.Pin", 999999)], "999999", [("SellerDtls.Gstin", "97AAACM0829Q1ZX"), ("SellerDtls.Stcd", "97"), ("SellerDtls.Pin", 999999)]),
        new("DispatchPinAbroad", B2b, [("DispDtls.Pin", 999999)], "999999", [("DispDtls.Pin", 999999), ("DispDtls.Stcd", "97")]),
        new("ShipToStateAbroad", B2b, [("ShipDtls.Stcd", "96"), ("ShipDtls.Gstin", "URP")], "96", [("ShipDtls.Stcd", "27"), ("ShipDtls.Gstin", "URP")]),
        new("ShipToStateAbroad", Sez, [("ShipDtls.Stcd", "96"), ("ShipDtls.Gstin", "URP")], "96", [("EwbDtls", null), ("ShipDtls.Stcd", "96"), ("ShipDtls.Pin", 999999), ("ShipDtls.Gstin", "URP")]) { DocumentKept = Export },
        new("ShipToPinAbroad", B2b, [("ShipDtls.Pin", 999999)], "999999", [("ShipDtls.Pin", 999999), ("ShipDtls.Stcd", "97"), ("ShipDtls.Gstin", "URP")]),

        // Consignee of an e-way bill, since 01/08/2026
        new("ShipToGstinMissing", B2b, [("ShipDtls.Gstin", null)], null, [("ShipDtls.Gstin", null), ("EwbDtls", null)]),
        new("ShipToGstinOfBuyer", B2b, [("ShipDtls.Gstin", "08AASFB9647G1ZU")], "08AASFB9647G1ZU", [("ShipDtls.Gstin", "08AASFB9647G1ZU"), ("EwbDtls", null)]),
        new("ShipToStateNotOfGstin", B2b, [("ShipDtls.Stcd", "24"), ("ShipDtls.Pin", 380009)], "24", [("ShipDtls.Stcd", "24"), ("ShipDtls.Pin", 380009), ("ShipDtls.Gstin", "URP")]),

        // Lists
        new("SellerStateUnknown", Plain, [("SellerDtls.Gstin", "99AAACM0829Q1ZT"), ("SellerDtls.Stcd", "99")], "99", []),
        new("BuyerStateUnknown", Plain, [("BuyerDtls.Gstin", "99AAACM0829Q1ZT"), ("BuyerDtls.Stcd", "41")], "41", []),
        new("BuyerStateUnknown", Plain, [("BuyerDtls.Gstin", "99AAACM0829Q1ZT"), ("BuyerDtls.Stcd", "41"), ("BuyerDtls.Pos", "41")], "41", []),
        new("PlaceOfSupplyUnknown", Plain, [("BuyerDtls.Pos", "25")], "25", [("BuyerDtls.Pos", "26")]),
        new("PlaceOfSupplyUnknown", Plain, [("BuyerDtls.Pos", "98")], "98", [("BuyerDtls.Pos", "97")]),
        new("DispatchStateUnknown", B2b, [("DispDtls.Stcd", "39")], "39", []),
        new("ShipToStateUnknown", B2b, [("ShipDtls.Stcd", "39"), ("ShipDtls.Gstin", "URP")], "39", []),
        new("SellerPinUnknown", Plain, [("SellerDtls.Pin", 299001)], "299001", [("SellerDtls.Pin", 901001)]),
        new("BuyerPinUnknown", Plain, [("BuyerDtls.Pin", 299001)], "299001", [("BuyerDtls.Pin", 901001)]),
        new("DispatchPinUnknown", B2b, [("DispDtls.Pin", 299001)], "299001", []),
        new("ShipToPinUnknown", B2b, [("ShipDtls.Pin", 299001)], "299001", []),
        new("SellerPinNotOfState", Plain, [("SellerDtls.Pin", 400001)], "400001", [("SellerDtls.Pin", 395001)]),
        new("BuyerPinNotOfState", Plain, [("BuyerDtls.Pin", 400001)], "400001", [("BuyerDtls.Pin", 305001)]),
        new("DispatchPinNotOfState", B2b, [("DispDtls.Pin", 560001)], "560001", []),
        new("ShipToPinNotOfState", B2b, [("ShipDtls.Pin", 560001)], "560001", []),
        new("PortUnknown", Export, [("ExpDtls.Port", "INXXX9")], "INXXX9", [("ExpDtls.Port", "INABG1")]),
        new("CountryUnknown", Export, [("ExpDtls.CntCode", "XX")], "XX", [("ExpDtls.CntCode", "US")]),
        new("CurrencyUnknown", Export, [("ExpDtls.ForCur", "XXQ")], "XXQ", [("ExpDtls.ForCur", "USD")]),
        new("UnitUnknown", Plain, [("ItemList[0].Unit", "NOSS")], "NOSS", [("ItemList[0].Unit", "OTH")]),
        new("GstRateFraction", Plain, [("ItemList[0].GstRt", 0.12m), ("ItemList[0].IgstAmt", 11.97m), ("ItemList[0].TotItemVal", 11712.21m), ("ValDtls.IgstVal", 11.97m), ("ValDtls.TotInvVal", 11722.51m)], "0.12", []),
        new("GstRateUnknown", Plain, [("ItemList[0].GstRt", 11.995m)], "11.995", [("ItemList[0].GstRt", 12.000m)]),
        new("OriginCountryUnknown", B2b, [("ItemList[1].OrgCntry", "QQ")], "QQ", [("ItemList[1].OrgCntry", "AG")]) { Path = "ItemList[1].OrgCntry" },

        // Lines
        new("DuplicateLineNumber", B2b, [("ItemList[1].SlNo", "1")], "1", [("ItemList[1].SlNo", "10")]) { Path = "ItemList[1].SlNo" },
        new("DuplicateLineNumber", B2b, [("ItemList[1].SlNo", "001")], "001", [("ItemList[0].SlNo", "2"), ("ItemList[1].SlNo", "1")]) { Path = "ItemList[1].SlNo" },
        new("ServiceCodeForGoods", B2b, [("ItemList[1].IsServc", "N")], "998713", []) { Path = "ItemList[1].HsnCd" },
        new("GoodsCodeForService", B2b, [("ItemList[0].IsServc", "Y")], "84713010", []),
        new("HsnTooShort", Plain, [("ItemList[0].HsnCd", "1006")], "1006", [("ItemList[0].HsnCd", "10063020")]),
        new("QuantityMissing", Plain, [("ItemList[0].Qty", null)], null, [("ItemList[0].Qty", null), ("ItemList[0].HsnCd", "998713"), ("ItemList[0].IsServc", "Y")]),
        new("UnitMissing", Plain, [("ItemList[0].Unit", null)], null, [("ItemList[0].Unit", null), ("ItemList[0].HsnCd", "998713"), ("ItemList[0].IsServc", "Y")]),

        // Arithmetic
        new("GrossAmount", Plain, [("ItemList[0].Qty", 100)], "9988.84", []),
        new("TaxableValue", Plain, [("ItemList[0].Discount", 12)], "9978.84", [("ItemList[0].Discount", 11)]),
        new("IgstWithinState", Intra, [("ItemList[0].IgstAmt", 1)], "1", [("ItemList[0].IgstAmt", null)]),
        new("CgstBetweenStates", Plain, [("ItemList[0].CgstAmt", 1)], "1", [("ItemList[0].CgstAmt", 0)]),
        new("SgstBetweenStates", Plain, [("ItemList[0].SgstAmt", 1)], "1", [("ItemList[0].SgstAmt", 0)]),
        new("CgstAmount", Intra, [("ItemList[0].CgstAmt", 500), ("ItemList[0].SgstAmt", 500)], "500", []),
        new("SgstAmount", Intra, [("ItemList[0].SgstAmt", null)], null, []),
        new("CgstEqualsSgst", Intra, [("ItemList[0].CgstAmt", 597.5m), ("ItemList[0].SgstAmt", 599.5m)], "599.5", [("ItemList[0].SgstAmt", 599)]),
        new("IgstAmount", Plain, [("ItemList[0].IgstAmt", 1000)], "1000", []),
        new("CessAmount", Plain, [("ItemList[0].CesRt", null)], "498.94", []),
        new("StateCessAmount", Plain, [("ItemList[0].StateCesRt", 11)], "1197.46", []),
        new("ItemTotal", Plain, [("ItemList[0].OthChrg", null)], "12897.7", [("ItemList[0].OthChrg", 9)]),
        new("TotalTaxableValue", Plain, [("ValDtls.AssVal", 0)], "0", []),
        new("TotalSgst", Intra, [("ValDtls.SgstVal", null)], null, []),
        new("TotalCgst", Intra, [("ValDtls.CgstVal", null)], null, []),
        new("TotalIgst", Plain, [("ValDtls.IgstVal", null)], null, []),
        new("TotalCess", Plain, [("ValDtls.CesVal", 498.94m)], "498.94", []),
        new("TotalStateCess", Plain, [("ValDtls.StCesVal", 1197.46m)], "1197.46", []),
        new("InvoiceTotal", Plain, [("ValDtls.Discount", null)], "12908", [("ValDtls.Discount", 9)]),
        new("InvoiceTotal", Plain, [("ValDtls.RndOffAmt", -99.99m)], "12908", [("ValDtls.RndOffAmt", -0.7m)]),

        // E-way bill
        new("EwbForNote", CreditNote, [("EwbDtls.TransId", "29AABCT1332L1ZA"), ("EwbDtls.Distance", 0)], "CRN", []),
        new("EwbWithoutGoods", PartA, [("ItemList[0].HsnCd", "998713"), ("ItemList[0].IsServc", "Y")], null, []),
        new("EwbWithoutTransporterAndMode", PartA, [("EwbDtls.TransId", null)], null, []),
        new("TransportModeMissing", PartA, [("EwbDtls.VehNo", "GJ01AB1234")], null, [("EwbDtls.VehNo", "GJ01AB1234"), ("EwbDtls.VehType", "R"), ("EwbDtls.TransMode", "1")]),
        new("TransportModeMissing", PartA, [("EwbDtls.TransDocNo", "LR-77")], null, []),
        new("TransportModeMissing", PartA, [("EwbDtls.VehType", "R")], null, []),
        new("TransportModeMissing", PartA, [("EwbDtls.TransDocDt", "20/11/2026")], null, [("EwbDtls.TransName", "Deccan Carriers")]),
        new("VehicleNumberMissing", B2b, [("EwbDtls.VehNo", null)], null, []),
        new("VehicleTypeMissing", B2b, [("EwbDtls.VehType", null)], null, [("EwbDtls.VehType", "O")]),
        new("TransportDocumentNumberMissing", ByRail, [("EwbDtls.TransDocNo", null)], null, [("EwbDtls.TransMode", "3")]),
        new("TransportDocumentDateMissing", ByRail, [("EwbDtls.TransMode", "3"), ("EwbDtls.TransDocDt", null)], null, []),
        new("VehicleNotForMode", ByRail, [("EwbDtls.VehNo", "GJ01AB1234")], "GJ01AB1234", [("EwbDtls.VehType", "R")]),
        new("OverDimensionalNotForMode", ByRail, [("EwbDtls.VehType", "O")], "O", [("EwbDtls.TransMode", "4"), ("EwbDtls.VehType", "O")]),
        new("ShipWithoutVehicleOrDocument", ByShip, [("EwbDtls.VehNo", null), ("EwbDtls.TransDocNo", null)], null, [("EwbDtls.VehNo", null)]),
        new("ShipDocumentWithoutDate", ByShip, [("EwbDtls.VehNo", null), ("EwbDtls.TransDocDt", null)], null, [("EwbDtls.TransDocNo", null), ("EwbDtls.TransDocDt", null)]),
        new("ShipVehicleType", ByShip, [("EwbDtls.VehType", "R")], "R", []),
        new("ShipVehicleType", ByShip, [("EwbDtls.VehType", null)], null, []),
        new("TransportDocumentDateInFuture", B2b, [("EwbDtls.TransDocDt", "23/11/2026")], "23/11/2026", [("EwbDtls.TransDocDt", "22/11/2026")]),
        new("TransportDocumentDateBeforeInvoice", B2b, [("EwbDtls.TransDocDt", "19/11/2026")], "19/11/2026", [("EwbDtls.TransDocDt", "20/11/2026")]),
        new("DistanceZeroForSamePin", WithinOnePin, [("EwbDtls.Distance", 0)], "0", [("EwbDtls.Distance", 1)]),
        new("DistanceTooHighForSamePin", WithinOnePin, [("EwbDtls.Distance", 101)], "101", []),
        new("DistanceZeroAbroad", OtherTerritory, [("EwbDtls.Distance", 0)], "0", [("EwbDtls.Distance", 1)]),
        new("DistanceZeroAbroad", OtherTerritory, [("EwbDtls.Distance", 0)], "0", [("EwbDtls.Distance", 0)]) { DocumentKept = B2b },
        new("EwbExportWithoutShipTo", Export, [("ShipDtls", null)], null, [("ShipDtls", null), ("EwbDtls", null)]),
        new("EwbShipToAbroad", Export, [("ShipDtls.Stcd", "96"), ("ShipDtls.Gstin", "URP")], "96", []),
        new("EwbShipToPinAbroad", Export, [("ShipDtls.Pin", 999999)], "999999", []),
        new("EwbDispatchAbroad", B2b, [("DispDtls.Stcd", "96")], "96", []),
    ];
}
