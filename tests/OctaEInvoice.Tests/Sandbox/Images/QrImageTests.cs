using OctaEInvoice.Engine.Output;
using OctaEInvoice.Sandbox.Images;

namespace OctaEInvoice.Tests.Sandbox.Images;

public sealed class QrImageTests
{
    private const string UpiText = "upi://pay?pa=blowbits@ybl&pn=BLOWBITS%20SOLUTIONS%20LLP&tn=SELLER:08AASFB9647G1ZU%20NO:B2C1617260496%20DT:01-04-2021"
        + "%20Taxable:%e2%82%b95000%20IGST:%e2%82%b9900&am=5900&cu=INR&mode=01";

    /// <summary>As long as a signed QR code is, in its characters.</summary>
    private static readonly string SignedText = MakeSignedText(980);

    public static TheoryData<string, string> AllKinds
    {
        get
        {
            TheoryData<string, string> kinds = [];
            foreach (string format in Enum.GetNames<QrImageFormat>())
            {
                kinds.Add(format, nameof(QrImageQuality.Standard));
                kinds.Add(format, nameof(QrImageQuality.High));
            }
            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Every_module_is_read_back_from_the_picture(string formatName, string qualityName)
    {
        (QrImageFormat format, QrImageQuality quality) = (Enum.Parse<QrImageFormat>(formatName), Enum.Parse<QrImageQuality>(qualityName));
        int side = quality == QrImageQuality.High ? 8 : 4;
        foreach (string text in new[] { SignedText, UpiText, "1" })
        {
            QrMatrix matrix = QrMatrix.FromText(text);
            DecodedPicture picture = Decode(QrImage.Render(matrix, format, quality), format);
            Assert.Equal((matrix.Size * side, matrix.Size * side), (picture.Width, picture.Height));
            // JPEG blurs where modules of 4 pixels meet within a block of 8; a reader decides at half.
            int tolerance = format == QrImageFormat.Jpeg && quality == QrImageQuality.Standard ? 60 : 0;
            int worst = 0;
            for (int i = 0; i < picture.Grey.Length; i++)
            {
                bool isDark = matrix.IsDark(i % picture.Width / side, i / picture.Width / side);
                worst = Math.Max(worst, isDark ? picture.Grey[i] : 255 - picture.Grey[i]);
            }
            Assert.InRange(worst, 0, tolerance);
        }
    }

    [Theory]
    [InlineData(nameof(QrImageFormat.Png))]
    [InlineData(nameof(QrImageFormat.Jpeg))]
    [InlineData(nameof(QrImageFormat.Gif))]
    public void Codes_of_growing_sizes_are_read_back(string formatName)
    {
        QrImageFormat format = Enum.Parse<QrImageFormat>(formatName);
        // Sizes grow by 4 modules: pictures end in every part of a byte of PNG and a block of JPEG.
        HashSet<int> sizes = [];
        for (int length = 22; sizes.Count < 8; length += 16)
        {
            QrMatrix matrix = QrMatrix.FromText(length == 22 ? "1" : MakeSignedText(length));
            if (!sizes.Add(matrix.Size))
                continue;
            DecodedPicture picture = Decode(QrImage.Render(matrix, format, QrImageQuality.Standard), format);
            Assert.Equal((matrix.Size * 4, matrix.Size * 4), (picture.Width, picture.Height));
            Assert.DoesNotContain(false, Enumerable.Range(0, picture.Grey.Length).Select(i => matrix.IsDark(i % picture.Width / 4, i / picture.Width / 4) == (picture.Grey[i] < 128)));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(AllKinds))]
    public void A_QR_reader_reads_the_text(string formatName, string qualityName)
    {
        (QrImageFormat format, QrImageQuality quality) = (Enum.Parse<QrImageFormat>(formatName), Enum.Parse<QrImageQuality>(qualityName));
        ExternalTool zbarimg = ExternalTool.Require("zbarimg");
        foreach (string text in new[] { SignedText, UpiText })
        {
            byte[] file = QrImage.Render(text, format, quality);
            string read = zbarimg.RunOn(file, "." + format.ToString().ToLowerInvariant(), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "{file}");
            Assert.Equal(text, read.TrimEnd('\n'));
        }
    }

    [Fact]
    public void Four_light_modules_surround_the_code_and_a_finder_begins_it()
    {
        QrMatrix matrix = QrMatrix.FromText(SignedText);
        for (int i = 0; i < matrix.Size; i++)
        {
            for (int edge = 0; edge < 4; edge++)
            {
                Assert.False(matrix.IsDark(i, edge) || matrix.IsDark(edge, i));
                Assert.False(matrix.IsDark(i, matrix.Size - 1 - edge) || matrix.IsDark(matrix.Size - 1 - edge, i));
            }
        }
        Assert.Equal("#######.", string.Concat(Enumerable.Range(4, 8).Select(column => matrix.IsDark(column, 4) ? '#' : '.')));
        Assert.Equal("#.###.#.", string.Concat(Enumerable.Range(4, 8).Select(column => matrix.IsDark(column, 6) ? '#' : '.')));
    }

    [Fact]
    public void A_text_too_long_for_error_correction_M_gets_L_and_a_longer_one_is_refused()
    {
        // Version 40, the largest, has 177 modules beside the quiet zone.
        Assert.Equal(185, QrMatrix.FromText(MakeSignedText(2331)).Size);
        Assert.Equal(185, QrMatrix.FromText(MakeSignedText(2953)).Size);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => QrMatrix.FromText(MakeSignedText(2954)));
        Assert.StartsWith("A QR code holds at most 2953 bytes; this text has 2954 characters.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(133)]
    public void Pictures_of_any_pattern_and_size_are_read_back(int side)
    {
        Random random = new(side);
        for (int density = 0; density <= 100; density += 10)
        {
            BilevelImage image = new(side, side + density % 3);
            for (int i = 0; i < image.Width * image.Height; i++)
                image[i % side, i / side] = random.Next(100) < density;
            byte[] expected = image.Pixels.ToArray().Select(black => black ? (byte)0 : (byte)255).ToArray();
            Assert.Equal(expected, GifReader.Read(GifEncoder.Encode(image)).Grey);
            byte[] blurred = JpegReader.Read(JpegEncoder.Encode(image)).Grey;
            Assert.Equal(expected, blurred.Select(grey => grey < 128 ? (byte)0 : (byte)255));
        }
    }

    private static DecodedPicture Decode(byte[] file, QrImageFormat format) => format switch
    {
        QrImageFormat.Png => PngReader.Read(file),
        QrImageFormat.Gif => GifReader.Read(file),
        _ => JpegReader.Read(file),
    };

    private static string MakeSignedText(int length)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        Random random = new(3);
        return "eyJhbGciOiJSUzI1NiIs." + string.Concat(Enumerable.Range(0, length - 21).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }
}
