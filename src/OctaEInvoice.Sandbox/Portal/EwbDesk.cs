using OctaEInvoice.Engine.Schema;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Decides whether a document gets an e-way bill.</summary>
internal static class EwbDesk
{
    // Stands for the portal's list of vehicles that may not move goods.
    private const string BlockedVehicle = "BLOCKED";

    private const string EnrolledTransporter = "88";

    /// <summary>What the e-way bill system has against a document with transport fields.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="faults">The rules that it breaks.</param>
    /// <returns>Entries of Errors; empty when it gets one.</returns>
    internal static ServerError[] Refusals(OctaInvoice invoice, IEnumerable<Issue> faults)
    {
        ServerError[] errors = [.. faults.Where(DocumentRules.IsOfEwb).SelectMany(fault => DocumentRules.Errors(fault, invoice))];
        if (errors.Length > 0)
            return errors;
        TransportDetails transport = invoice.Transport!;
        if (transport.VehicleNumber?.EndsWith(BlockedVehicle, StringComparison.OrdinalIgnoreCase) == true)
            return Codes.WithOctas("4014");
        if (transport.TransporterId is { Length: > 0 } transporter && !IsTransporter(transporter))
            return Codes.WithOctas("4018");
        string? blocked = new[] { invoice.Gstin, invoice.Buyer?.Gstin }.FirstOrDefault(IsBlocked);
        return blocked is null ? [] : Codes.WithOctas("4015", blocked);
    }

    /// <summary>What the e-way bill system has against a document, after checking its rules.</summary>
    internal static ServerError[] Refusals(OctaInvoice invoice, IndiaDate today) => Refusals(invoice, DocumentRules.Check(invoice, new IssueList(), today));

    // Transporters without a GSTIN have an enrolment number of the same form.
    private static bool IsTransporter(string id) => id.StartsWith(EnrolledTransporter, StringComparison.Ordinal) || TaxpayerRegister.Find(id) is not null;

    private static bool IsBlocked(string? gstin) => gstin is not null && TaxpayerRegister.Find(gstin) is { Standing.IsBlocked: true };
}
