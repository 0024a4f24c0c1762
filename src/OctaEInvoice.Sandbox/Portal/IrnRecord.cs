using OctaEInvoice.Engine.Irns;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>A registered document as the portal keeps it. What never changes is set once; the rest changes under the register's lock.</summary>
internal sealed class IrnRecord
{
    internal required DocumentKey Key { get; init; }

    internal required string Irn { get; init; }

    internal required long AckNumber { get; init; }

    internal required IndiaTime AckTime { get; init; }

    internal required IndiaDate DocumentDate { get; init; }

    /// <summary>The document with what the portal adds to it, UTF-8: the data of SignedInvoice.</summary>
    internal required byte[] InvoiceData { get; init; }

    /// <summary>The data of SignedQRCode, UTF-8.</summary>
    internal required byte[] QrData { get; init; }

    /// <summary>Moment of the cancellation; null while it is in force.</summary>
    internal IndiaTime? CancelTime { get; set; }

    internal bool IsActive => CancelTime is null;

    /// <summary>The latest e-way bill, in force or cancelled; null when there never was one.</summary>
    internal EwbRecord? Ewb { get; set; }
}
