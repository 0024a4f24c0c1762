using OctaEInvoice.Engine.Output;

namespace OctaEInvoice.Tests.Output;

public class FileNamesTests
{
    [Theory]
    [InlineData("INV", "MAHI/10", "INV_MAHI_10_2026-11-05")]
    [InlineData(null, "A1", "A1_2026-11-05")]
    [InlineData("CRN", " ", "CRN_2026-11-05")]
    public void A_documents_files_have_type_number_and_date(string? type, string? number, string expected) =>
        Assert.Equal(expected, FileNames.OfDocument(type, number, new IndiaDate(2026, 11, 5)));

    [Fact]
    public void Without_anything_they_have_a_name_all_the_same() => Assert.Equal("document", FileNames.OfDocument(null, "", null));

    [Theory]
    [InlineData("a-b_c.d9", "a-b_c.d9")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("a\\b:c*d?e\"f<g>h|i\0j", "a_b_c_d_e_f_g_h_i_j")]
    [InlineData("चालान 7", "च_ल_न_7")]
    [InlineData("...", "document")]
    [InlineData("ends.", "ends")]
    [InlineData("con", "_con")]
    [InlineData("LPT1.pdf", "_LPT1.pdf")]
    [InlineData("NUL.", "_NUL")]
    [InlineData("CONSOLE", "CONSOLE")]
    public void Nothing_of_a_name_is_a_path_or_special_to_a_file_system(string name, string expected) => Assert.Equal(expected, FileNames.Safe(name));

    [Fact]
    public void A_long_name_is_cut_and_does_not_end_with_a_dot()
    {
        Assert.Equal(new string('a', 100), FileNames.Safe(new string('a', 150)));
        Assert.Equal(new string('a', 99), FileNames.Safe(new string('a', 99) + "." + new string('b', 50)));
    }
}
