namespace OctaEInvoice.Engine.Rules;

/// <summary>Days and sizes that the portal moves from time to time. Source: rules.json.</summary>
/// <param name="DocumentDateFloor">First document date that the portal takes (2284).</param>
/// <param name="ReportWindowDays">Days from the document date in which sellers with a turnover of 10 crore rupees report (2305).</param>
/// <param name="EwbDocumentAgeDays">Greatest age of a document for an e-way bill, in days (4043).</param>
/// <param name="ShipToGstinSince">First day of the rules about the consignee's GSTIN (2323, 2325, 4074).</param>
/// <param name="BodyBytes">Greatest size of a document in bytes: 2 MB.</param>
public sealed record RuleLimits(IndiaDate DocumentDateFloor, int ReportWindowDays, int EwbDocumentAgeDays, IndiaDate ShipToGstinSince, int BodyBytes);
