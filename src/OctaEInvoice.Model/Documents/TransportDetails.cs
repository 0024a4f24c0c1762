namespace OctaEInvoice;

/// <summary>Particulars for an e-way bill that is made together with the IRN.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object EwbDtls.</remarks>
public sealed class TransportDetails
{
    /// <summary>GSTIN or enrolment number of the transporter (TransId; 15 characters).</summary>
    public string? TransporterId { get; set; }

    /// <summary>Name of the transporter (TransName; 3 to 100 characters).</summary>
    public string? TransporterName { get; set; }

    /// <summary>1 road, 2 rail, 3 air, 4 ship (TransMode; 1 characters).</summary>
    public string? TransportMode { get; set; }

    /// <summary>Distance in kilometres, 0 to 4000; 0 lets NIC compute it from the PIN codes (Distance; 0 to 4000; required).</summary>
    public int? Distance { get; set; }

    /// <summary>Number of the transport document (TransDocNo; 1 to 15 characters).</summary>
    public string? TransportDocumentNumber { get; set; }

    /// <summary>Date of the transport document (TransDocDt; dd/MM/yyyy on the wire).</summary>
    public IndiaDate? TransportDocumentDate { get; set; }

    /// <summary>Vehicle number without spaces (VehNo; 4 to 20 characters).</summary>
    public string? VehicleNumber { get; set; }

    /// <summary>R regular, O over-dimensional cargo (VehType; 1 characters).</summary>
    public string? VehicleType { get; set; }
}
