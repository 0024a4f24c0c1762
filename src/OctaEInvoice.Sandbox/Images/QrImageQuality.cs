namespace OctaEInvoice.Sandbox.Images;

/// <summary>How large the modules of a QR image are: the values of octa-api's query parameter qrcodequality.</summary>
public enum QrImageQuality
{
    /// <summary>4 pixels a module.</summary>
    Standard,

    /// <summary>8 pixels a module. What the API gives by default.</summary>
    High,
}
