using OctaEInvoice.Engine.Input;

namespace OctaEInvoice.Tests.Input;

public class EwbDraftTests
{
    private static readonly (string Path, object? Value)[] ByRoad =
    [
        ("EwbDtls.Distance", 120), ("EwbDtls.TransMode", "1"), ("EwbDtls.VehNo", "KA01AB1234"), ("EwbDtls.VehType", "R"),
    ];

    [Fact]
    public void Transport_is_read_by_the_portals_paths()
    {
        EwbDraft draft = Read([.. ByRoad, ("EwbDtls.TransId", "24ACPPM5624F1ZK"), ("EwbDtls.TransName", "Golden"), ("EwbDtls.TransDocNo", "RS021"), ("EwbDtls.TransDocDt", "29/11/2020")]);
        TransportDetails transport = draft.Request.Transport;
        Assert.Empty(draft.Issues.All);
        Assert.Equal(("35054c", 120, "1", "KA01AB1234", "R"), (draft.Request.Irn, transport.Distance, transport.TransportMode, transport.VehicleNumber, transport.VehicleType));
        Assert.Equal(("24ACPPM5624F1ZK", "Golden", "RS021", new IndiaDate(2020, 11, 29)), (transport.TransporterId, transport.TransporterName, transport.TransportDocumentNumber, transport.TransportDocumentDate!.Value));
        Assert.Equal((null, null), (draft.Request.ShipTo, draft.Request.Dispatch));
    }

    [Fact]
    public void A_place_of_delivery_is_read_by_the_portals_names()
    {
        EwbShipTo place = Read(
            [.. ByRoad, ("ShipDtls.Gstin", "29AABCT1332L000"), ("ShipDtls.TrdNm", "Depot"), ("ShipDtls.Addr1", "5th block"), ("ShipDtls.Addr2", "Kuvempu layout"), ("ShipDtls.Loc", "Bangalore"), ("ShipDtls.Pin", 562160), ("ShipDtls.Stcd", "29")]).Request.ShipTo!;
        Assert.Equal(("29AABCT1332L000", "Depot", "5th block", "Kuvempu layout"), (place.Gstin, place.TradeName, place.Address1, place.Address2));
        Assert.Equal(("Bangalore", 562160, "29"), (place.Location, place.Pin, place.StateCode));
    }

    [Fact]
    public void A_place_is_read_by_the_modules_names_in_any_letter_case()
    {
        EwbDraft draft = Read([.. ByRoad, ("DispDtls.Name", "Works"), ("DispDtls.address1", "7th block"), ("DispDtls.Address2", "Layout"), ("DispDtls.Location", "Bangalore"), ("DispDtls.Pin", "562160"), ("DispDtls.STATECODE", "29"), ("ShipDtls.TradeName", "Depot")]);
        DispatchDetails place = draft.Request.Dispatch!;
        Assert.Equal(("Works", "7th block", "Layout"), (place.Name, place.Address1, place.Address2));
        Assert.Equal(("Bangalore", 562160, "29"), (place.Location, place.Pin, place.StateCode));
        Assert.Equal("Depot", draft.Request.ShipTo!.TradeName);
    }

    [Fact]
    public void What_is_not_given_is_not_there()
    {
        EwbDraft draft = Read([.. ByRoad, ("EwbDtls.TransId", null), ("EwbDtls.TransName", " "), ("ShipDtls.Addr1", null)]);
        Assert.Empty(draft.Issues.All);
        Assert.Equal((null, null), (draft.Request.Transport.TransporterId, draft.Request.ShipTo));
    }

    [Fact]
    public void A_field_that_does_not_exist_is_a_warning_with_what_was_given()
    {
        EwbDraft draft = Read([.. ByRoad, ("ShipDtls.Colour", "red")]);
        Issue issue = Assert.Single(draft.Issues.All);
        Assert.Equal((IssueSeverity.Warning, "OCTA-300", "ShipDtls.Colour", "red"), (issue.Severity, issue.Code, issue.Path, issue.Given));
        Assert.Equal(("There is no such field; its value is not sent.", "Remove it."), (issue.Message, issue.Remedy));
    }

    [Fact]
    public void A_value_that_can_not_be_read_is_an_error_of_its_field()
    {
        EwbDraft draft = Read([("EwbDtls.Distance", "far"), ("EwbDtls.TransMode", "1"), ("EwbDtls.VehNo", "KA01AB1234"), ("EwbDtls.VehType", "R")]);
        Assert.All(draft.Issues.All, issue => Assert.Equal(("EwbDtls.Distance", IssueSeverity.Error), (issue.Path, issue.Severity)));
        Assert.True(draft.Issues.HasErrors);
    }

    [Fact]
    public void The_request_is_checked() =>
        Assert.Equal(["4011"], Read([("EwbDtls.Distance", 120), ("EwbDtls.TransMode", "1"), ("EwbDtls.VehType", "R")]).Issues.All.Select(issue => issue.NicCode!));

    private static EwbDraft Read((string Path, object? Value)[] fields) =>
        EwbDraft.Read("35054c", fields.Select(field => new KeyValuePair<string, object?>(field.Path, field.Value)), OctaEnvironment.Test);
}
