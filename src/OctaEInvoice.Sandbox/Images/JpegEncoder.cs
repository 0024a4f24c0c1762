using BitMiracle.LibJpeg.Classic;

namespace OctaEInvoice.Sandbox.Images;

/// <summary>Writes a black and white picture as a baseline greyscale JPEG.</summary>
internal static class JpegEncoder
{
    /// <summary>Divides a block's mean by 8, so that black and white come back exactly; edges within a block blur.</summary>
    private const int Quality = 75;

    /// <summary>The file's bytes.</summary>
    internal static byte[] Encode(BilevelImage image)
    {
        using MemoryStream file = new();
        var jpeg = new jpeg_compress_struct
        {
            Image_width = image.Width,
            Image_height = image.Height,
            Input_components = 1,
            In_color_space = J_COLOR_SPACE.JCS_GRAYSCALE,
        };
        jpeg.jpeg_stdio_dest(file);
        jpeg.jpeg_set_defaults();
        jpeg.jpeg_set_quality(Quality, force_baseline: true);
        // The standard's code tables are made for photographs.
        jpeg.Optimize_coding = true;
        jpeg.jpeg_start_compress(write_all_tables: true);
        byte[][] row = [new byte[image.Width]];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
                row[0][x] = image[x, y] ? byte.MinValue : byte.MaxValue;
            jpeg.jpeg_write_scanlines(row, 1);
        }
        jpeg.jpeg_finish_compress();
        return file.ToArray();
    }
}
