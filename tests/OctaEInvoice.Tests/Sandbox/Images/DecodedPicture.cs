namespace OctaEInvoice.Tests.Sandbox.Images;

/// <summary>Grey pixels read back from an image file; 0 is black, 255 white.</summary>
internal sealed record DecodedPicture(int Width, int Height, byte[] Grey);
