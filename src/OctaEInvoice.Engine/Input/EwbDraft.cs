using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Foundation;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Input;

/// <summary>A request for an e-way bill, read from given values and checked.</summary>
public sealed class EwbDraft
{
    private static readonly Dictionary<string, string> ModelNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Name"] = "Nm",
        ["LegalName"] = "LglNm",
        ["TradeName"] = "TrdNm",
        ["Address1"] = "Addr1",
        ["Address2"] = "Addr2",
        ["Location"] = "Loc",
        ["StateCode"] = "Stcd",
    };

    private EwbDraft(EwbRequest request, IssueList issues)
    {
        Request = request;
        Issues = issues;
    }

    /// <summary>The request.</summary>
    public EwbRequest Request { get; }

    /// <summary>What was found.</summary>
    public IssueList Issues { get; }

    /// <summary>Reads and checks.</summary>
    /// <param name="irn">IRN of the document.</param>
    /// <param name="fields">Values by NIC's path (EwbDtls.VehNo) or, in the two addresses, by the Model's name too (ShipDtls.Address1).</param>
    /// <param name="environment">Production or Test.</param>
    /// <param name="clock">The clock that says what day it is; null for the system's.</param>
    /// <param name="countsDays">True to read days such as D-3, as examples have them: for a sandbox alone.</param>
    /// <returns>The draft.</returns>
    public static EwbDraft Read(string irn, IEnumerable<KeyValuePair<string, object?>> fields, OctaEnvironment environment, TimeProvider? clock = null, bool countsDays = false)
    {
        IndiaDate today = (clock ?? TimeProvider.System).TodayInIndia();
        var issues = new IssueList();
        var document = new OctaInvoice { Transport = new TransportDetails() };
        foreach (KeyValuePair<string, object?> field in fields)
        {
            GivenValue value = GivenValue.From(field.Value);
            if (value.IsNone)
                continue;
            if (InvoiceFields.OfHeader.TryGetValue(WirePath(field.Key), out FieldAccess<OctaInvoice>? target))
                target.Set(document, 0, countsDays && target.Facts.IsDate ? value.CountedFrom(today) : value, new Place(null), issues);
            else
                issues.Add(new Issue { Severity = IssueSeverity.Warning, Code = "OCTA-300", Path = field.Key, Message = "There is no such field; its value is not sent.", Given = value.ToString(), Remedy = "Remove it." });
        }
        var request = new EwbRequest { Irn = irn, Transport = document.Transport, Dispatch = document.Dispatch, ShipTo = ShipTo(document.ShipTo) };
        EwbRequestRules.Check(request, new RuleSettings { Environment = environment, Today = today }, issues);
        return new EwbDraft(request, issues);
    }

    private static string WirePath(string path)
    {
        int dot = path.IndexOf('.');
        return ModelNames.TryGetValue(path.Substring(dot + 1), out string? wire) ? path.Substring(0, dot + 1) + wire : path;
    }

    private static EwbShipTo? ShipTo(ShipToDetails? given) => given is null ? null : new EwbShipTo
    {
        Gstin = given.Gstin,
        TradeName = given.TradeName,
        Address1 = given.Address1,
        Address2 = given.Address2,
        Location = given.Location,
        Pin = given.Pin,
        StateCode = given.StateCode,
    };
}
