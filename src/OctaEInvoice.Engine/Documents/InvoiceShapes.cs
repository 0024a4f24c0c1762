namespace OctaEInvoice.Engine.Documents;

/// <summary>Which property of the Model stands for which field of NIC's schema, object by object, in wire order.</summary>
internal static class InvoiceShapes
{
    internal static readonly Shape<TransactionDetails> TranDtls = new Shape<TransactionDetails>("TranDtls")
        .Text("TaxSch", nameof(TransactionDetails.TaxScheme), o => o.TaxScheme, (o, v) => o.TaxScheme = v)
        .Text("SupTyp", nameof(TransactionDetails.SupplyType), o => o.SupplyType, (o, v) => o.SupplyType = v)
        .Text("RegRev", nameof(TransactionDetails.ReverseCharge), o => o.ReverseCharge, (o, v) => o.ReverseCharge = v)
        .Text("IgstOnIntra", nameof(TransactionDetails.IgstOnIntra), o => o.IgstOnIntra, (o, v) => o.IgstOnIntra = v)
        .Text("EcmGstin", nameof(TransactionDetails.EcommerceGstin), o => o.EcommerceGstin, (o, v) => o.EcommerceGstin = v);

    internal static readonly Shape<DocumentDetails> DocDtls = new Shape<DocumentDetails>("DocDtls")
        .Text("Typ", nameof(DocumentDetails.Type), o => o.Type, (o, v) => o.Type = v)
        .Text("No", nameof(DocumentDetails.Number), o => o.Number, (o, v) => o.Number = v)
        .Date("Dt", nameof(DocumentDetails.Date), o => o.Date, (o, v) => o.Date = v);

    internal static readonly Shape<SellerDetails> SellerDtls = new Shape<SellerDetails>("SellerDtls")
        .Text("Gstin", nameof(SellerDetails.Gstin), o => o.Gstin, (o, v) => o.Gstin = v)
        .Text("LglNm", nameof(SellerDetails.LegalName), o => o.LegalName, (o, v) => o.LegalName = v)
        .Text("TrdNm", nameof(SellerDetails.TradeName), o => o.TradeName, (o, v) => o.TradeName = v)
        .Text("Addr1", nameof(SellerDetails.Address1), o => o.Address1, (o, v) => o.Address1 = v)
        .Text("Addr2", nameof(SellerDetails.Address2), o => o.Address2, (o, v) => o.Address2 = v)
        .Text("Loc", nameof(SellerDetails.Location), o => o.Location, (o, v) => o.Location = v)
        .Integer("Pin", nameof(SellerDetails.Pin), o => o.Pin, (o, v) => o.Pin = v)
        .Text("Stcd", nameof(SellerDetails.StateCode), o => o.StateCode, (o, v) => o.StateCode = v)
        .Text("Ph", nameof(SellerDetails.Phone), o => o.Phone, (o, v) => o.Phone = v)
        .Text("Em", nameof(SellerDetails.Email), o => o.Email, (o, v) => o.Email = v);

    internal static readonly Shape<BuyerDetails> BuyerDtls = new Shape<BuyerDetails>("BuyerDtls")
        .Text("Gstin", nameof(BuyerDetails.Gstin), o => o.Gstin, (o, v) => o.Gstin = v)
        .Text("LglNm", nameof(BuyerDetails.LegalName), o => o.LegalName, (o, v) => o.LegalName = v)
        .Text("TrdNm", nameof(BuyerDetails.TradeName), o => o.TradeName, (o, v) => o.TradeName = v)
        .Text("Pos", nameof(BuyerDetails.PlaceOfSupply), o => o.PlaceOfSupply, (o, v) => o.PlaceOfSupply = v)
        .Text("Addr1", nameof(BuyerDetails.Address1), o => o.Address1, (o, v) => o.Address1 = v)
        .Text("Addr2", nameof(BuyerDetails.Address2), o => o.Address2, (o, v) => o.Address2 = v)
        .Text("Loc", nameof(BuyerDetails.Location), o => o.Location, (o, v) => o.Location = v)
        .Integer("Pin", nameof(BuyerDetails.Pin), o => o.Pin, (o, v) => o.Pin = v)
        .Text("Stcd", nameof(BuyerDetails.StateCode), o => o.StateCode, (o, v) => o.StateCode = v)
        .Text("Ph", nameof(BuyerDetails.Phone), o => o.Phone, (o, v) => o.Phone = v)
        .Text("Em", nameof(BuyerDetails.Email), o => o.Email, (o, v) => o.Email = v);

    internal static readonly Shape<DispatchDetails> DispDtls = new Shape<DispatchDetails>("DispDtls")
        .Text("Nm", nameof(DispatchDetails.Name), o => o.Name, (o, v) => o.Name = v)
        .Text("Addr1", nameof(DispatchDetails.Address1), o => o.Address1, (o, v) => o.Address1 = v)
        .Text("Addr2", nameof(DispatchDetails.Address2), o => o.Address2, (o, v) => o.Address2 = v)
        .Text("Loc", nameof(DispatchDetails.Location), o => o.Location, (o, v) => o.Location = v)
        .Integer("Pin", nameof(DispatchDetails.Pin), o => o.Pin, (o, v) => o.Pin = v)
        .Text("Stcd", nameof(DispatchDetails.StateCode), o => o.StateCode, (o, v) => o.StateCode = v);

    internal static readonly Shape<ShipToDetails> ShipDtls = new Shape<ShipToDetails>("ShipDtls")
        .Text("Gstin", nameof(ShipToDetails.Gstin), o => o.Gstin, (o, v) => o.Gstin = v)
        .Text("LglNm", nameof(ShipToDetails.LegalName), o => o.LegalName, (o, v) => o.LegalName = v)
        .Text("TrdNm", nameof(ShipToDetails.TradeName), o => o.TradeName, (o, v) => o.TradeName = v)
        .Text("Addr1", nameof(ShipToDetails.Address1), o => o.Address1, (o, v) => o.Address1 = v)
        .Text("Addr2", nameof(ShipToDetails.Address2), o => o.Address2, (o, v) => o.Address2 = v)
        .Text("Loc", nameof(ShipToDetails.Location), o => o.Location, (o, v) => o.Location = v)
        .Integer("Pin", nameof(ShipToDetails.Pin), o => o.Pin, (o, v) => o.Pin = v)
        .Text("Stcd", nameof(ShipToDetails.StateCode), o => o.StateCode, (o, v) => o.StateCode = v);

    internal static readonly Shape<BatchDetails> BchDtls = new Shape<BatchDetails>("ItemList[].BchDtls")
        .Text("Nm", nameof(BatchDetails.Name), o => o.Name, (o, v) => o.Name = v)
        .Date("ExpDt", nameof(BatchDetails.ExpiryDate), o => o.ExpiryDate, (o, v) => o.ExpiryDate = v)
        .Date("WrDt", nameof(BatchDetails.WarrantyDate), o => o.WarrantyDate, (o, v) => o.WarrantyDate = v);

    internal static readonly Shape<ItemAttribute> AttribDtls = new Shape<ItemAttribute>("ItemList[].AttribDtls[]")
        .Text("Nm", nameof(ItemAttribute.Name), o => o.Name, (o, v) => o.Name = v)
        .Text("Val", nameof(ItemAttribute.Value), o => o.Value, (o, v) => o.Value = v);

    internal static readonly Shape<InvoiceItem> ItemList = new Shape<InvoiceItem>("ItemList[]")
        .Text("SlNo", nameof(InvoiceItem.LineNumber), o => o.LineNumber, (o, v) => o.LineNumber = v)
        .Text("PrdDesc", nameof(InvoiceItem.Description), o => o.Description, (o, v) => o.Description = v)
        .Text("IsServc", nameof(InvoiceItem.IsService), o => o.IsService, (o, v) => o.IsService = v)
        .Text("HsnCd", nameof(InvoiceItem.HsnCode), o => o.HsnCode, (o, v) => o.HsnCode = v)
        .Text("Barcde", nameof(InvoiceItem.Barcode), o => o.Barcode, (o, v) => o.Barcode = v)
        .Number("Qty", nameof(InvoiceItem.Quantity), o => o.Quantity, (o, v) => o.Quantity = v)
        .Number("FreeQty", nameof(InvoiceItem.FreeQuantity), o => o.FreeQuantity, (o, v) => o.FreeQuantity = v)
        .Text("Unit", nameof(InvoiceItem.Unit), o => o.Unit, (o, v) => o.Unit = v)
        .Number("UnitPrice", nameof(InvoiceItem.UnitPrice), o => o.UnitPrice, (o, v) => o.UnitPrice = v)
        .Number("TotAmt", nameof(InvoiceItem.GrossAmount), o => o.GrossAmount, (o, v) => o.GrossAmount = v)
        .Number("Discount", nameof(InvoiceItem.Discount), o => o.Discount, (o, v) => o.Discount = v)
        .Number("PreTaxVal", nameof(InvoiceItem.PreTaxValue), o => o.PreTaxValue, (o, v) => o.PreTaxValue = v)
        .Number("AssAmt", nameof(InvoiceItem.TaxableValue), o => o.TaxableValue, (o, v) => o.TaxableValue = v)
        .Number("GstRt", nameof(InvoiceItem.GstRate), o => o.GstRate, (o, v) => o.GstRate = v)
        .Number("IgstAmt", nameof(InvoiceItem.IgstAmount), o => o.IgstAmount, (o, v) => o.IgstAmount = v)
        .Number("CgstAmt", nameof(InvoiceItem.CgstAmount), o => o.CgstAmount, (o, v) => o.CgstAmount = v)
        .Number("SgstAmt", nameof(InvoiceItem.SgstAmount), o => o.SgstAmount, (o, v) => o.SgstAmount = v)
        .Number("CesRt", nameof(InvoiceItem.CessRate), o => o.CessRate, (o, v) => o.CessRate = v)
        .Number("CesAmt", nameof(InvoiceItem.CessAmount), o => o.CessAmount, (o, v) => o.CessAmount = v)
        .Number("CesNonAdvlAmt", nameof(InvoiceItem.CessNonAdvalorem), o => o.CessNonAdvalorem, (o, v) => o.CessNonAdvalorem = v)
        .Number("StateCesRt", nameof(InvoiceItem.StateCessRate), o => o.StateCessRate, (o, v) => o.StateCessRate = v)
        .Number("StateCesAmt", nameof(InvoiceItem.StateCessAmount), o => o.StateCessAmount, (o, v) => o.StateCessAmount = v)
        .Number("StateCesNonAdvlAmt", nameof(InvoiceItem.StateCessNonAdvalorem), o => o.StateCessNonAdvalorem, (o, v) => o.StateCessNonAdvalorem = v)
        .Number("OthChrg", nameof(InvoiceItem.OtherCharges), o => o.OtherCharges, (o, v) => o.OtherCharges = v)
        .Number("TotItemVal", nameof(InvoiceItem.Total), o => o.Total, (o, v) => o.Total = v)
        .Text("OrdLineRef", nameof(InvoiceItem.OrderLineReference), o => o.OrderLineReference, (o, v) => o.OrderLineReference = v)
        .Text("OrgCntry", nameof(InvoiceItem.OriginCountry), o => o.OriginCountry, (o, v) => o.OriginCountry = v)
        .Text("PrdSlNo", nameof(InvoiceItem.ProductSerialNumber), o => o.ProductSerialNumber, (o, v) => o.ProductSerialNumber = v)
        .Object("BchDtls", nameof(InvoiceItem.Batch), BchDtls, o => o.Batch, (o, v) => o.Batch = v)
        .List("AttribDtls", nameof(InvoiceItem.Attributes), AttribDtls, o => o.Attributes, (o, v) => o.Attributes = v);

    internal static readonly Shape<InvoiceTotals> ValDtls = new Shape<InvoiceTotals>("ValDtls")
        .Number("AssVal", nameof(InvoiceTotals.TaxableValue), o => o.TaxableValue, (o, v) => o.TaxableValue = v)
        .Number("CgstVal", nameof(InvoiceTotals.Cgst), o => o.Cgst, (o, v) => o.Cgst = v)
        .Number("SgstVal", nameof(InvoiceTotals.Sgst), o => o.Sgst, (o, v) => o.Sgst = v)
        .Number("IgstVal", nameof(InvoiceTotals.Igst), o => o.Igst, (o, v) => o.Igst = v)
        .Number("CesVal", nameof(InvoiceTotals.Cess), o => o.Cess, (o, v) => o.Cess = v)
        .Number("StCesVal", nameof(InvoiceTotals.StateCess), o => o.StateCess, (o, v) => o.StateCess = v)
        .Number("Discount", nameof(InvoiceTotals.Discount), o => o.Discount, (o, v) => o.Discount = v)
        .Number("OthChrg", nameof(InvoiceTotals.OtherCharges), o => o.OtherCharges, (o, v) => o.OtherCharges = v)
        .Number("RndOffAmt", nameof(InvoiceTotals.RoundOff), o => o.RoundOff, (o, v) => o.RoundOff = v)
        .Number("TotInvVal", nameof(InvoiceTotals.Total), o => o.Total, (o, v) => o.Total = v)
        .Number("TotInvValFc", nameof(InvoiceTotals.TotalInForeignCurrency), o => o.TotalInForeignCurrency, (o, v) => o.TotalInForeignCurrency = v);

    internal static readonly Shape<PaymentDetails> PayDtls = new Shape<PaymentDetails>("PayDtls")
        .Text("Nm", nameof(PaymentDetails.PayeeName), o => o.PayeeName, (o, v) => o.PayeeName = v)
        .Text("AccDet", nameof(PaymentDetails.AccountNumber), o => o.AccountNumber, (o, v) => o.AccountNumber = v)
        .Text("Mode", nameof(PaymentDetails.Mode), o => o.Mode, (o, v) => o.Mode = v)
        .Text("FinInsBr", nameof(PaymentDetails.BranchIfsc), o => o.BranchIfsc, (o, v) => o.BranchIfsc = v)
        .Text("PayTerm", nameof(PaymentDetails.Terms), o => o.Terms, (o, v) => o.Terms = v)
        .Text("PayInstr", nameof(PaymentDetails.Instructions), o => o.Instructions, (o, v) => o.Instructions = v)
        .Text("CrTrn", nameof(PaymentDetails.CreditTransfer), o => o.CreditTransfer, (o, v) => o.CreditTransfer = v)
        .Text("DirDr", nameof(PaymentDetails.DirectDebit), o => o.DirectDebit, (o, v) => o.DirectDebit = v)
        .Integer("CrDay", nameof(PaymentDetails.CreditDays), o => o.CreditDays, (o, v) => o.CreditDays = v)
        .Number("PaidAmt", nameof(PaymentDetails.PaidAmount), o => o.PaidAmount, (o, v) => o.PaidAmount = v)
        .Number("PaymtDue", nameof(PaymentDetails.AmountDue), o => o.AmountDue, (o, v) => o.AmountDue = v);

    internal static readonly Shape<DocumentPeriod> DocPerdDtls = new Shape<DocumentPeriod>("RefDtls.DocPerdDtls")
        .Date("InvStDt", nameof(DocumentPeriod.StartDate), o => o.StartDate, (o, v) => o.StartDate = v)
        .Date("InvEndDt", nameof(DocumentPeriod.EndDate), o => o.EndDate, (o, v) => o.EndDate = v);

    internal static readonly Shape<PrecedingDocument> PrecDocDtls = new Shape<PrecedingDocument>("RefDtls.PrecDocDtls[]")
        .Text("InvNo", nameof(PrecedingDocument.Number), o => o.Number, (o, v) => o.Number = v)
        .Date("InvDt", nameof(PrecedingDocument.Date), o => o.Date, (o, v) => o.Date = v)
        .Text("OthRefNo", nameof(PrecedingDocument.OtherReference), o => o.OtherReference, (o, v) => o.OtherReference = v);

    internal static readonly Shape<ContractReference> ContrDtls = new Shape<ContractReference>("RefDtls.ContrDtls[]")
        .Text("RecAdvRefr", nameof(ContractReference.ReceiptAdviceNumber), o => o.ReceiptAdviceNumber, (o, v) => o.ReceiptAdviceNumber = v)
        .Date("RecAdvDt", nameof(ContractReference.ReceiptAdviceDate), o => o.ReceiptAdviceDate, (o, v) => o.ReceiptAdviceDate = v)
        .Text("TendRefr", nameof(ContractReference.TenderReference), o => o.TenderReference, (o, v) => o.TenderReference = v)
        .Text("ContrRefr", nameof(ContractReference.ContractNumber), o => o.ContractNumber, (o, v) => o.ContractNumber = v)
        .Text("ExtRefr", nameof(ContractReference.ExternalReference), o => o.ExternalReference, (o, v) => o.ExternalReference = v)
        .Text("ProjRefr", nameof(ContractReference.ProjectReference), o => o.ProjectReference, (o, v) => o.ProjectReference = v)
        .Text("PORefr", nameof(ContractReference.PurchaseOrderNumber), o => o.PurchaseOrderNumber, (o, v) => o.PurchaseOrderNumber = v)
        .Date("PORefDt", nameof(ContractReference.PurchaseOrderDate), o => o.PurchaseOrderDate, (o, v) => o.PurchaseOrderDate = v);

    internal static readonly Shape<ReferenceDetails> RefDtls = new Shape<ReferenceDetails>("RefDtls")
        .Text("InvRm", nameof(ReferenceDetails.Remarks), o => o.Remarks, (o, v) => o.Remarks = v)
        .Object("DocPerdDtls", nameof(ReferenceDetails.Period), DocPerdDtls, o => o.Period, (o, v) => o.Period = v)
        .List("PrecDocDtls", nameof(ReferenceDetails.PrecedingDocuments), PrecDocDtls, o => o.PrecedingDocuments, (o, v) => o.PrecedingDocuments = v)
        .List("ContrDtls", nameof(ReferenceDetails.Contracts), ContrDtls, o => o.Contracts, (o, v) => o.Contracts = v)
        .Flat("DocPerdDtls", "InvStDt", "InvEndDt");

    internal static readonly Shape<AdditionalDocument> AddlDocDtls = new Shape<AdditionalDocument>("AddlDocDtls[]")
        .Text("Url", nameof(AdditionalDocument.Url), o => o.Url, (o, v) => o.Url = v)
        .Text("Docs", nameof(AdditionalDocument.Content), o => o.Content, (o, v) => o.Content = v)
        .Text("Info", nameof(AdditionalDocument.Information), o => o.Information, (o, v) => o.Information = v);

    internal static readonly Shape<ExportDetails> ExpDtls = new Shape<ExportDetails>("ExpDtls")
        .Text("ShipBNo", nameof(ExportDetails.ShippingBillNumber), o => o.ShippingBillNumber, (o, v) => o.ShippingBillNumber = v)
        .Date("ShipBDt", nameof(ExportDetails.ShippingBillDate), o => o.ShippingBillDate, (o, v) => o.ShippingBillDate = v)
        .Text("Port", nameof(ExportDetails.PortCode), o => o.PortCode, (o, v) => o.PortCode = v)
        .Text("RefClm", nameof(ExportDetails.RefundClaim), o => o.RefundClaim, (o, v) => o.RefundClaim = v)
        .Text("ForCur", nameof(ExportDetails.CurrencyCode), o => o.CurrencyCode, (o, v) => o.CurrencyCode = v)
        .Text("CntCode", nameof(ExportDetails.CountryCode), o => o.CountryCode, (o, v) => o.CountryCode = v)
        .Number("ExpDuty", nameof(ExportDetails.ExportDuty), o => o.ExportDuty, (o, v) => o.ExportDuty = v);

    internal static readonly Shape<TransportDetails> EwbDtls = new Shape<TransportDetails>("EwbDtls")
        .Text("TransId", nameof(TransportDetails.TransporterId), o => o.TransporterId, (o, v) => o.TransporterId = v)
        .Text("TransName", nameof(TransportDetails.TransporterName), o => o.TransporterName, (o, v) => o.TransporterName = v)
        .Text("TransMode", nameof(TransportDetails.TransportMode), o => o.TransportMode, (o, v) => o.TransportMode = v)
        .Integer("Distance", nameof(TransportDetails.Distance), o => o.Distance, (o, v) => o.Distance = v)
        .Text("TransDocNo", nameof(TransportDetails.TransportDocumentNumber), o => o.TransportDocumentNumber, (o, v) => o.TransportDocumentNumber = v)
        .Date("TransDocDt", nameof(TransportDetails.TransportDocumentDate), o => o.TransportDocumentDate, (o, v) => o.TransportDocumentDate = v)
        .Text("VehNo", nameof(TransportDetails.VehicleNumber), o => o.VehicleNumber, (o, v) => o.VehicleNumber = v)
        .Text("VehType", nameof(TransportDetails.VehicleType), o => o.VehicleType, (o, v) => o.VehicleType = v);

    internal static readonly Shape<OctaInvoice> Invoice = new Shape<OctaInvoice>("")
        .Text("Version", nameof(OctaInvoice.SchemaVersion), o => o.SchemaVersion, (o, v) => o.SchemaVersion = v)
        .Unsent("Irn", nameof(OctaInvoice.Irn), o => o.Irn, (o, v) => o.Irn = v)
        .Object("TranDtls", nameof(OctaInvoice.Transaction), TranDtls, o => o.Transaction, (o, v) => o.Transaction = v)
        .Object("DocDtls", nameof(OctaInvoice.Document), DocDtls, o => o.Document, (o, v) => o.Document = v)
        .Object("SellerDtls", nameof(OctaInvoice.Seller), SellerDtls, o => o.Seller, (o, v) => o.Seller = v)
        .Object("BuyerDtls", nameof(OctaInvoice.Buyer), BuyerDtls, o => o.Buyer, (o, v) => o.Buyer = v)
        .Object("DispDtls", nameof(OctaInvoice.Dispatch), DispDtls, o => o.Dispatch, (o, v) => o.Dispatch = v)
        .Object("ShipDtls", nameof(OctaInvoice.ShipTo), ShipDtls, o => o.ShipTo, (o, v) => o.ShipTo = v)
        .List("ItemList", nameof(OctaInvoice.Items), ItemList, o => o.Items, (o, v) => o.Items = v)
        .Object("ValDtls", nameof(OctaInvoice.Totals), ValDtls, o => o.Totals, (o, v) => o.Totals = v, "ValDtl")
        .Object("PayDtls", nameof(OctaInvoice.Payment), PayDtls, o => o.Payment, (o, v) => o.Payment = v, "PayDtl")
        .Object("RefDtls", nameof(OctaInvoice.References), RefDtls, o => o.References, (o, v) => o.References = v, "RefDtl")
        .List("AddlDocDtls", nameof(OctaInvoice.AdditionalDocuments), AddlDocDtls, o => o.AdditionalDocuments, (o, v) => o.AdditionalDocuments = v, "AddlDtls", "AddlDtl")
        .Object("ExpDtls", nameof(OctaInvoice.Export), ExpDtls, o => o.Export, (o, v) => o.Export = v, "ExpDtl")
        .Object("EwbDtls", nameof(OctaInvoice.Transport), EwbDtls, o => o.Transport, (o, v) => o.Transport = v)
        .Beside(new CountedDatesMember())
        .Ignore(nameof(OctaInvoice.Gstin), nameof(OctaInvoice.DocumentType), nameof(OctaInvoice.DocumentNumber), nameof(OctaInvoice.DocumentDate), nameof(OctaInvoice.Rows), "ExpectedIrn");
}
