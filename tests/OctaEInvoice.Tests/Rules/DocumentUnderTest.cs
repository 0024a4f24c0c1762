using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Rules;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Rules;

/// <summary>A document as JSON that has no issue at all, to be changed field by field and checked.</summary>
internal sealed class DocumentUnderTest
{
    internal static readonly IndiaDate Today = new(2026, 11, 22);

    private readonly JsonObject root;

    private DocumentUnderTest(string json) => root = JsonNode.Parse(json)!.AsObject();

    /// <summary>Goods and a service from Gujarat to Rajasthan, delivered in Maharashtra, with an e-way bill by road.</summary>
    internal static DocumentUnderTest InterState() => new(InterStateJson);

    /// <summary>The specification's amounts (nic-rules 2.2) between two states, without anything that is optional.</summary>
    internal static DocumentUnderTest SpecificationAmounts() => new(SpecificationAmountsJson);

    /// <summary>The same within Gujarat.</summary>
    internal static DocumentUnderTest SpecificationAmountsWithinState() => SpecificationAmounts()
        .With("BuyerDtls.Gstin", "24AABCT1332L1ZK").With("BuyerDtls.Stcd", "24").With("BuyerDtls.Pos", "24").With("BuyerDtls.Pin", 380009)
        .With("ItemList[0].IgstAmt", 0).With("ItemList[0].CgstAmt", 598.73m).With("ItemList[0].SgstAmt", 598.73m)
        .With("ValDtls.IgstVal", 0).With("ValDtls.CgstVal", 598.73m).With("ValDtls.SgstVal", 598.73m);

    internal static DocumentUnderTest FromFile(string name) => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", name)));

    /// <summary>Sets a field by NIC's path; null takes it away, an object on the way is made.</summary>
    internal DocumentUnderTest With(string path, object? value)
    {
        string[] parts = path.Replace("[", ".[").Split('.');
        JsonNode node = root;
        for (int i = 0; i < parts.Length - 1; i++)
            node = Child(node, parts[i], parts[i + 1].StartsWith('['));
        Put(node, parts[^1], ToNode(value));
        return this;
    }

    internal DocumentUnderTest With(IEnumerable<(string Path, object? Value)> changes)
    {
        foreach ((string path, object? value) in changes)
            With(path, value);
        return this;
    }

    /// <summary>Adds copies of the first line, numbered on.</summary>
    internal DocumentUnderTest WithLines(int count)
    {
        JsonArray lines = root["ItemList"]!.AsArray();
        while (lines.Count < count)
        {
            JsonNode copy = lines[0]!.DeepClone();
            copy["SlNo"] = (lines.Count + 1).ToString(CultureInfo.InvariantCulture);
            lines.Add(copy);
        }
        return this;
    }

    internal string Json => root.ToJsonString();

    internal OctaInvoice Read(IssueList? issues = null) => InvoiceJson.Read(Encoding.UTF8.GetBytes(Json), issues ?? new IssueList());

    internal IReadOnlyList<Issue> Issues(OctaEnvironment environment = OctaEnvironment.Production, bool strict = false, bool forPaymentQr = false, IndiaDate? today = null, int[]? rows = null)
    {
        var issues = new IssueList();
        OctaInvoice invoice = Read(issues);
        invoice.Rows = rows ?? [];
        InvoiceRules.Check(invoice, new RuleSettings { Environment = environment, Strict = strict, ForPaymentQr = forPaymentQr, Today = today ?? Today }, issues);
        return issues.All;
    }

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node,
        string text => JsonValue.Create(text),
        int number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        IndiaDate date => JsonValue.Create(date.ToWireString()),
        _ => throw new ArgumentException("Give text, a number, a truth value, a date or a node.", nameof(value)),
    };

    private static JsonNode Child(JsonNode node, string part, bool isList)
    {
        if (!part.StartsWith('['))
            return node[part] ??= isList ? new JsonArray() : new JsonObject();
        JsonArray list = node.AsArray();
        int index = Index(part);
        while (list.Count <= index)
            list.Add(new JsonObject());
        return list[index]!;
    }

    private static void Put(JsonNode node, string part, JsonNode? value)
    {
        if (part.StartsWith('['))
            node.AsArray()[Index(part)] = value;
        else if (value is null)
            node.AsObject().Remove(part);
        else
            node[part] = value;
    }

    private static int Index(string part) => int.Parse(part.Trim('[', ']'), CultureInfo.InvariantCulture);

    private const string InterStateJson = """
        {
          "Version": "1.1",
          "TranDtls": {"TaxSch": "GST", "SupTyp": "B2B", "RegRev": "N", "IgstOnIntra": "N"},
          "DocDtls": {"Typ": "INV", "No": "GJ/26-27/0042", "Dt": "20/11/2026"},
          "SellerDtls": {"Gstin": "24ACPPM5624F1ZK", "LglNm": "Mehta Electronics", "TrdNm": "Mehta", "Addr1": "12 Ashram Road", "Addr2": "Navrangpura", "Loc": "Ahmedabad", "Pin": 380009, "Stcd": "24", "Ph": "9000000000", "Em": "accounts@mehta.example"},
          "BuyerDtls": {"Gstin": "08AASFB9647G1ZU", "LglNm": "Blowbits Solutions LLP", "Pos": "08", "Addr1": "4 MI Road", "Loc": "Jaipur", "Pin": 302001, "Stcd": "08"},
          "DispDtls": {"Nm": "Mehta Godown", "Addr1": "Plot 9, GIDC", "Loc": "Sanand", "Pin": 382110, "Stcd": "24"},
          "ShipDtls": {"Gstin": "27AAPFU0939F1ZV", "LglNm": "Urban Consignee", "Addr1": "7 Fort", "Loc": "Mumbai", "Pin": 400001, "Stcd": "27"},
          "ItemList": [
            {"SlNo": "1", "PrdDesc": "Laptop", "IsServc": "N", "HsnCd": "84713010", "Barcde": "8901234567890", "Qty": 2, "FreeQty": 0, "Unit": "NOS", "UnitPrice": 25000, "TotAmt": 50000, "Discount": 500, "PreTaxVal": 49500, "AssAmt": 49500, "GstRt": 18, "IgstAmt": 8910, "CgstAmt": 0, "SgstAmt": 0, "CesRt": 2, "CesAmt": 990, "CesNonAdvlAmt": 10, "StateCesRt": 1, "StateCesAmt": 495, "StateCesNonAdvlAmt": 5, "OthChrg": 20, "TotItemVal": 59930, "OrdLineRef": "10", "OrgCntry": "IN", "PrdSlNo": "SN-1", "BchDtls": {"Nm": "B-2026", "ExpDt": "31/12/2035", "WrDt": "20/11/2027"}, "AttribDtls": [{"Nm": "Colour", "Val": "Grey"}]},
            {"SlNo": "2", "PrdDesc": "Installation", "IsServc": "Y", "HsnCd": "998713", "UnitPrice": 1000, "TotAmt": 1000, "AssAmt": 1000, "GstRt": 18, "IgstAmt": 180, "TotItemVal": 1180}
          ],
          "ValDtls": {"AssVal": 50500, "CgstVal": 0, "SgstVal": 0, "IgstVal": 9090, "CesVal": 1000, "StCesVal": 500, "Discount": 10, "OthChrg": 30, "RndOffAmt": 0.25, "TotInvVal": 61130.25},
          "PayDtls": {"Nm": "Mehta Electronics", "AccDet": "5697389713210", "Mode": "Credit", "FinInsBr": "SBIN0011000", "PayTerm": "30 days", "PayInstr": "NEFT", "CrTrn": "none", "DirDr": "none", "CrDay": 30, "PaidAmt": 0, "PaymtDue": 61130.25},
          "RefDtls": {"InvRm": "As agreed", "DocPerdDtls": {"InvStDt": "01/11/2026", "InvEndDt": "30/11/2026"}, "PrecDocDtls": [{"InvNo": "GJ/26-27/0041", "InvDt": "01/11/2026", "OthRefNo": "12"}], "ContrDtls": [{"RecAdvRefr": "RA-1", "RecAdvDt": "01/11/2026", "TendRefr": "T-1", "ContrRefr": "C-1", "ExtRefr": "E-1", "ProjRefr": "P-1", "PORefr": "PO-1", "PORefDt": "01/11/2026"}]},
          "AddlDocDtls": [{"Url": "https://mehta.example/42", "Docs": "Packing list", "Info": "Two cartons"}],
          "EwbDtls": {"TransId": "29AABCT1332L1ZA", "TransName": "Deccan Carriers", "TransMode": "1", "Distance": 530, "TransDocNo": "LR-77", "TransDocDt": "20/11/2026", "VehNo": "GJ01AB1234", "VehType": "R"}
        }
        """;

    private const string SpecificationAmountsJson = """
        {
          "Version": "1.1",
          "TranDtls": {"TaxSch": "GST", "SupTyp": "B2B"},
          "DocDtls": {"Typ": "INV", "No": "MAHI/10", "Dt": "20/11/2026"},
          "SellerDtls": {"Gstin": "24ACPPM5624F1ZK", "LglNm": "Mehta Electronics", "Addr1": "12 Ashram Road", "Loc": "Ahmedabad", "Pin": 380009, "Stcd": "24"},
          "BuyerDtls": {"Gstin": "08AASFB9647G1ZU", "LglNm": "Blowbits Solutions LLP", "Pos": "08", "Addr1": "4 MI Road", "Loc": "Jaipur", "Pin": 302001, "Stcd": "08"},
          "ItemList": [
            {"SlNo": "1", "IsServc": "N", "HsnCd": "100630", "Qty": 100.345, "Unit": "NOS", "UnitPrice": 99.545, "TotAmt": 9988.84, "Discount": 10, "AssAmt": 9978.84, "GstRt": 12, "IgstAmt": 1197.46, "CesRt": 5, "CesAmt": 498.94, "CesNonAdvlAmt": 10, "StateCesRt": 12, "StateCesAmt": 1197.46, "StateCesNonAdvlAmt": 5, "OthChrg": 10, "TotItemVal": 12897.7}
          ],
          "ValDtls": {"AssVal": 9978.84, "IgstVal": 1197.46, "CesVal": 508.94, "StCesVal": 1202.46, "Discount": 10, "OthChrg": 20, "RndOffAmt": 0.3, "TotInvVal": 12908}
        }
        """;
}
