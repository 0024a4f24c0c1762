namespace OctaEInvoice.Tests.Errors;

public class ErrorPageTests
{
    private const string UpdateVariable = "OCTA_UPDATE_DOCS";

    [Fact]
    public void The_page_of_error_codes_is_in_step_with_the_catalogue()
    {
        string path = RepositoryFiles.PathOf("docs", "errors.md");
        string expected = ErrorPage.Print();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }
        string actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(
            expected == actual,
            $"docs/errors.md is not what the catalogue gives. Run the tests once with {UpdateVariable}=1 and commit the page.");
    }
}
