using System.Text.Json;
using OctaEInvoice.Sandbox.Portal;
using OctaEInvoice.Sandbox.Print;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Handlers;

/// <summary>Writes e-way bills as the specification prints them.</summary>
internal static class EwbAnswers
{
    /// <summary>The answer of generateewbbyirn and getewbbyirn.</summary>
    /// <param name="record">A document with an e-way bill.</param>
    /// <param name="pdf">True when the PDF is asked for.</param>
    internal static SandboxAnswer Ewb(IrnRecord record, bool pdf) => SandboxAnswer.Success(writer =>
    {
        WriteEwb(writer, record.Ewb!);
        WritePdf(writer, record, pdf);
    });

    /// <summary>Status, number and times.</summary>
    internal static void WriteEwb(Utf8JsonWriter writer, EwbRecord ewb)
    {
        writer.WriteString("EwbStatus", ewb.IsActive ? "ACT" : "CNL");
        writer.WriteString("EwbNo", ewb.NumberText);
        writer.WriteString("EwbTime", ewb.Time.ToWireString());
        if (ewb.Terms.ValidTill is IndiaTime validTill)
            writer.WriteString("EwbValidTill", validTill.ToWireString());
        else
            writer.WriteNull("EwbValidTill");
    }

    /// <summary>The PDF; null when it isn't asked for, or there is no e-way bill.</summary>
    internal static void WritePdf(Utf8JsonWriter writer, IrnRecord record, bool pdf)
    {
        if (pdf && record.Ewb is not null)
            writer.WriteBase64String("EwbPdf", EwayBillPdf.Write(EwbPrinter.Print(record)));
        else
            writer.WriteNull("EwbPdf");
    }
}
