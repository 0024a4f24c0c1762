using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Input;

public class CsvFormatPageTests
{
    private const string UpdateVariable = "OCTA_UPDATE_DOCS";

    [Fact]
    public void The_page_of_columns_is_in_step_with_the_table_of_fields()
    {
        string path = RepositoryFiles.PathOf("docs", "csv-format.md");
        string expected = CsvFormatPage.Print();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(path, expected);
        string actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(
            expected == actual,
            $"docs/csv-format.md is not what the table of fields gives. Run the tests once with {UpdateVariable}=1 and commit the page.");
    }

    [Fact]
    public void Every_field_has_a_row_and_a_code_that_the_page_of_errors_explains()
    {
        string page = CsvFormatPage.Print();
        string errors = File.ReadAllText(RepositoryFiles.PathOf("docs", "errors.md"));
        Assert.All(FieldTable.All, facts =>
        {
            Assert.Contains($"| `{facts.Path}` |", page, StringComparison.Ordinal);
            Assert.Contains($"<a id=\"{facts.Code.ToLowerInvariant()}\">", errors, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_row_of_the_required_columns_alone_makes_a_valid_document()
    {
        var profile = new SellerDetails { Gstin = SampleRow.Seller, LegalName = "Vindhya", Address1 = "Plot 14", Location = "Pune", Pin = 411026 };
        string[] required = [.. FieldTable.All.Where(facts => CsvFormatPage.Obligation(facts) is "yes" or "goods").Select(facts => facts.Column)];
        Assert.Equal(
            [
                "DocumentType", "DocumentNumber", "DocumentDate", "BuyerGstin", "BuyerLegalName", "BuyerAddress1", "BuyerLocation",
                "HsnCode", "Quantity", "Unit", "UnitPrice", "GstRate",
            ],
            required);
        Dictionary<string, object?> whole = SampleRow.With();
        InvoiceDraft draft = Assert.Single(Intake.Drafts(new InvoiceIntake(profile), required.ToDictionary(column => column, column => whole[column])));
        InvoiceRules.Check(draft.Invoice, new RuleSettings { Environment = OctaEnvironment.Production, Today = new IndiaDate(2026, 11, 22) }, draft.Issues);
        Assert.DoesNotContain(draft.Issues.All, issue => issue.Severity == IssueSeverity.Error);
    }

    [Theory]
    [InlineData("profile", "SellerGstin SellerLegalName SellerAddress1 SellerLocation SellerPin")]
    [InlineData("part", "DispatchName DispatchAddress1 DispatchLocation DispatchPin DispatchStateCode ShipToLegalName ShipToAddress1 ShipToLocation ShipToPin ShipToStateCode BatchName PeriodStartDate PeriodEndDate PrecedingDocumentNumber PrecedingDocumentDate Distance")]
    public void The_other_obligations_are_those_of_the_schema(string obligation, string columns) =>
        Assert.Equal(columns.Split(' '), FieldTable.All.Where(facts => CsvFormatPage.Obligation(facts) == obligation).Select(facts => facts.Column));
}
