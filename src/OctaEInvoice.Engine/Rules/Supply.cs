using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>What the type of supply and the two states mean for the taxes of a document (nic-rules 2.2, intra and inter state).</summary>
internal readonly struct Supply
{
    internal Supply(DocumentUnderCheck document)
    {
        OctaInvoice invoice = document.Invoice;
        string? type = document.Sound(NicFields.SupTyp) ? invoice.Transaction?.SupplyType : null;
        IsKnown = !string.IsNullOrEmpty(type);
        IsExport = SupplyKind.IsExport(type);
        IsSez = SupplyKind.IsSez(type);
        IsB2b = type == "B2B";
        IsWithoutPayment = SupplyKind.IsWithoutPayment(type);
        IsReverseCharge = SupplyKind.IsReverseCharge(invoice);
        IsIgstOnIntra = invoice.Transaction?.IgstOnIntra == "Y";
        IsNote = invoice.Document?.Type is "CRN" or "DBN";
        MayTotalWithoutTax = IsReverseCharge || type == "EXPWP";
        StatesDiffer = DifferenceOfStates(document);
    }

    /// <summary>False when the type of supply is missing or refused: nothing about parties can be said then.</summary>
    internal bool IsKnown { get; }

    internal bool IsExport { get; }

    internal bool IsSez { get; }

    internal bool IsB2b { get; }

    internal bool IsWithoutPayment { get; }

    internal bool IsReverseCharge { get; }

    internal bool IsIgstOnIntra { get; }

    internal bool IsNote { get; }

    internal bool MayTotalWithoutTax { get; }

    /// <summary>Whether seller and place of supply are in two states; null when one of them is not known.</summary>
    internal bool? StatesDiffer { get; }

    /// <summary>Whether IGST is due, and not CGST and SGST; null when that can't be said.</summary>
    internal bool? BearsIgst
    {
        get
        {
            if (!IsKnown)
                return null;
            return IsExport || IsSez || IsIgstOnIntra ? true : StatesDiffer;
        }
    }

    private static bool? DifferenceOfStates(DocumentUnderCheck document)
    {
        int seller = StateNumber.Of(document.Invoice.Seller?.StateCode);
        int place = StateNumber.Of(document.Invoice.Buyer?.PlaceOfSupply);
        bool isKnown = seller > 0 && place > 0 && document.Sound(NicFields.SellerStcd) && document.Sound(NicFields.BuyerPos);
        return isKnown ? seller != place : null;
    }
}
