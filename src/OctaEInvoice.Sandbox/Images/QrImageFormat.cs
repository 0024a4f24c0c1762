namespace OctaEInvoice.Sandbox.Images;

/// <summary>File formats of a QR image: the values of octa-api's query parameter qrcodeformat.</summary>
public enum QrImageFormat
{
    /// <summary>PNG, lossless. What the API gives by default.</summary>
    Png,

    /// <summary>JPEG, baseline and greyscale.</summary>
    Jpeg,

    /// <summary>GIF, two colours.</summary>
    Gif,
}
