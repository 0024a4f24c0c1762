using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

public class EwbRequestRulesTests
{
    private static readonly IndiaDate Today = new(2026, 5, 4);

    private static EwbRequest ByRoad => new()
    {
        Irn = "35054c",
        Transport = new TransportDetails { Distance = 120, TransportMode = "1", VehicleNumber = "KA01AB1234", VehicleType = "R" },
    };

    [Fact]
    public void A_whole_request_has_no_findings() => Assert.Equal("", Check(_ => { }));

    [Fact]
    public void Transport_is_checked_by_its_mode()
    {
        Assert.Equal("EwbDtls.VehNo 4011 Error", Check(request => request.Transport.VehicleNumber = null));
        Assert.Equal("EwbDtls.VehType 4022 Error", Check(request => request.Transport.VehicleType = null));
        Assert.Equal("EwbDtls.TransMode 4028 Error", Check(request => request.Transport.TransportMode = null));
        Assert.Equal("EwbDtls.TransId 4019 Error", Check(request => request.Transport = new TransportDetails { Distance = 120 }));
    }

    [Fact]
    public void Transport_is_checked_by_the_schema() => Assert.Equal("EwbDtls.VehNo 5002 Error", Check(request => request.Transport.VehicleNumber = "KA"));

    [Fact]
    public void The_date_of_the_transport_document_is_compared_with_the_day_of_the_settings()
    {
        Assert.Equal("", Check(request => request.Transport.TransportDocumentDate = Today));
        Assert.Equal("EwbDtls.TransDocDt 4016 Error", Check(request => request.Transport.TransportDocumentDate = Today.AddDays(1)));
    }

    [Fact]
    public void The_place_of_dispatch_is_checked_where_there_is_one() => Assert.Equal(
        ["DispDtls.Addr1", "DispDtls.Loc", "DispDtls.Pin", "DispDtls.Stcd"],
        Paths(request => request.Dispatch = new DispatchDetails { Name = "Depot" }));

    [Fact]
    public void The_place_of_delivery_is_checked_where_there_is_one_and_needs_no_legal_name()
    {
        Assert.Empty(Paths(request => request.ShipTo = new EwbShipTo { Address1 = "5th block", Location = "Bangalore", Pin = 562160, StateCode = "29" }));
        Assert.Equal(["ShipDtls.Addr1", "ShipDtls.Loc", "ShipDtls.Pin", "ShipDtls.Stcd"], Paths(request => request.ShipTo = new EwbShipTo()));
    }

    [Theory]
    [InlineData("ShipDtls.Gstin")]
    [InlineData("ShipDtls.TrdNm")]
    [InlineData("ShipDtls.Addr1")]
    [InlineData("ShipDtls.Addr2")]
    [InlineData("ShipDtls.Loc")]
    [InlineData("ShipDtls.Pin")]
    [InlineData("ShipDtls.Stcd")]
    public void Each_field_of_the_place_of_delivery_is_checked(string path)
    {
        var place = new EwbShipTo { Gstin = "29AABCT1332L000", TradeName = "Depot", Address1 = "5th block", Address2 = "Kuvempu layout", Location = "Bangalore", Pin = 562160, StateCode = "29" };
        string tooLong = new('x', 101);
        switch (path)
        {
            case "ShipDtls.Gstin": place.Gstin = "29"; break;
            case "ShipDtls.TrdNm": place.TradeName = tooLong; break;
            case "ShipDtls.Addr1": place.Address1 = tooLong; break;
            case "ShipDtls.Addr2": place.Address2 = tooLong; break;
            case "ShipDtls.Loc": place.Location = tooLong; break;
            case "ShipDtls.Pin": place.Pin = 7; break;
            default: place.StateCode = "xyz"; break;
        }
        Assert.Contains(path, Paths(request => request.ShipTo = place));
    }

    [Fact]
    public void Strict_makes_errors_of_warnings()
    {
        var issues = new IssueList();
        issues.Add(new Issue { Severity = IssueSeverity.Warning, Code = "OCTA-300", Path = "x", Message = "m" });
        EwbRequestRules.Check(ByRoad, new RuleSettings { Today = Today }, issues);
        Assert.False(issues.HasErrors);
        EwbRequestRules.Check(ByRoad, new RuleSettings { Today = Today, Strict = true }, issues);
        Assert.True(issues.HasErrors);
    }

    private static string Check(Action<EwbRequest> change) => string.Join(" | ", Issues(change).Select(issue => $"{issue.Path} {issue.NicCode} {issue.Severity}"));

    private static string[] Paths(Action<EwbRequest> change) => [.. Issues(change).Select(issue => issue.Path).Distinct()];

    private static IReadOnlyList<Issue> Issues(Action<EwbRequest> change)
    {
        EwbRequest request = ByRoad;
        change(request);
        var issues = new IssueList();
        EwbRequestRules.Check(request, new RuleSettings { Today = Today }, issues);
        return [.. issues.All];
    }
}
