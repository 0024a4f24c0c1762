using System.Globalization;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

public class SchemaRuleTests
{
    public static TheoryData<string, string> Refused() => Pairs.Of(RefusedValues.All.Select(refused => (refused.Code, refused.Path)));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refused_value_is_one_error_with_the_code_that_the_server_answers(string code, string path)
    {
        object value = RefusedValues.All.Single(refused => refused.Path == path).Value;
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With(path, value).Issues());
        Assert.Equal(code, issue.Code);
        Assert.Equal(path, issue.Path);
        Assert.Equal(IssueSeverity.Error, issue.Severity);
        Assert.StartsWith(Convert.ToString(value, CultureInfo.InvariantCulture)!.Substring(0, 1), issue.Given, StringComparison.Ordinal);
        FieldFacts facts = FieldTable.ByPath(path.Replace("[0]", "[]", StringComparison.Ordinal));
        Assert.Equal(facts.Column, issue.Column);
        Assert.Equal(facts.Constraint(), issue.Expected);
        Assert.NotEmpty(issue.Remedy!);
    }

    [Fact]
    public void Every_code_from_OCTA_001_to_OCTA_121_and_every_field_has_its_refused_value()
    {
        IEnumerable<string> codes = Enumerable.Range(1, 121).Select(number => string.Format(CultureInfo.InvariantCulture, "OCTA-{0:000}", number));
        Assert.Empty(codes.Except(RefusedValues.All.Select(refused => refused.Code)));
        IEnumerable<string> fields = FieldTable.All.Select(facts => facts.Path).Except(["Irn"]);
        Assert.Equal(fields.OrderBy(path => path), RefusedValues.All.Select(refused => refused.Path.Replace("[0]", "[]", StringComparison.Ordinal)).OrderBy(path => path));
    }

    public static TheoryData<string> RequiredFields() => [.. FieldTable.All.Where(facts => facts.Required).Select(facts => facts.Path)];

    [Theory]
    [MemberData(nameof(RequiredFields))]
    public void A_missing_required_field_is_one_error(string path)
    {
        FieldFacts facts = FieldTable.ByPath(path);
        string place = path.Replace("[]", "[0]", StringComparison.Ordinal);
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With(place, null).Issues());
        Assert.Equal((facts.Code, place, "It is missing."), (issue.Code, issue.Path, issue.Message));
        Assert.Null(issue.Given);
        Assert.Contains(facts.Column, issue.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Issues_of_a_line_carry_its_row_and_those_of_the_header_the_first()
    {
        IReadOnlyList<Issue> issues = DocumentUnderTest.InterState()
            .With("ItemList[1].HsnCd", "99").With("ItemList[1].IsServc", null).With("SellerDtls.LglNm", null).With("RefDtls.PrecDocDtls[0].InvNo", "/")
            .Issues(rows: [7, 9]);
        Assert.Equal(
            [("SellerDtls.LglNm", 7), ("ItemList[1].IsServc", 9), ("ItemList[1].HsnCd", 9), ("RefDtls.PrecDocDtls[0].InvNo", 7)],
            issues.Select(issue => (issue.Path, issue.Row!.Value)));
    }

    [Fact]
    public void Rules_carry_rows_too()
    {
        IReadOnlyList<Issue> issues = DocumentUnderTest.InterState().With("ItemList[1].SlNo", "01").With("ValDtls.TotInvVal", 5).Issues(rows: [7, 9]);
        Assert.Equal([("ItemList[1].SlNo", 9), ("ValDtls.TotInvVal", 7)], issues.Select(issue => (issue.Path, issue.Row!.Value)));
    }

    [Fact]
    public void A_line_carries_the_first_row_where_rows_and_lines_are_not_one_to_one()
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With("ItemList[1].HsnCd", "99").Issues(rows: [7, 8, 9]));
        Assert.Equal(7, issue.Row);
    }

    [Fact]
    public void A_thousand_lines_pass_and_one_more_fails()
    {
        DocumentUnderTest document = DocumentUnderTest.SpecificationAmounts().With("ValDtls.AssVal", 9978840m).With("ValDtls.IgstVal", 1197460m)
            .With("ValDtls.CesVal", 508940m).With("ValDtls.StCesVal", 1202460m).With("ValDtls.TotInvVal", 12897710.3m);
        Assert.Empty(document.WithLines(1000).Issues().Select(issue => issue.ToString()));
        Issue issue = document.WithLines(1001).Issues()[0];
        Assert.Equal(("OCTA-300", "2173", "ItemList", "1001"), (issue.Code, issue.NicCode, issue.Path, issue.Given));
    }

    [Fact]
    public void A_document_without_lines_fails()
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With("EwbDtls", null).With("ItemList", new System.Text.Json.Nodes.JsonArray()).Issues());
        Assert.Equal(("OCTA-300", "2228", "ItemList"), (issue.Code, issue.NicCode, issue.Path));
    }

    [Theory]
    [InlineData("TransId")]
    [InlineData("Nothing")]
    public void An_empty_optional_object_counts_as_absent(string unknownOrEmpty) =>
        Assert.DoesNotContain(
            DocumentUnderTest.InterState().With("EwbDtls", null).With("EwbDtls." + unknownOrEmpty, "").Issues(),
            issue => issue.Severity == IssueSeverity.Error);

    [Theory]
    [InlineData("BuyerDtls", "an object")]
    [InlineData("ValDtls", "an object")]
    [InlineData("EwbDtls", "an object")]
    [InlineData("RefDtls.DocPerdDtls", "an object")]
    [InlineData("ItemList[0].BchDtls", "an object")]
    [InlineData("ItemList", "a list of objects")]
    [InlineData("RefDtls.PrecDocDtls", "a list of objects")]
    public void Another_value_where_an_object_belongs_is_one_error_and_its_fields_are_not_missed(string path, string expected)
    {
        Issue issue = Assert.Single(DocumentUnderTest.InterState().With(path, "x").Issues());
        Assert.Equal(("OCTA-300", path, expected), (issue.Code, issue.Path, issue.Expected));
    }
}
