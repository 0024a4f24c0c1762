using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Client;

/// <summary>Makes results of the answers that carry an e-way bill (generateewbbyirn, getewbbyirn).</summary>
internal static class EwbAnswer
{
    internal static EwbResult Read(AnswerFields fields)
    {
        var result = new EwbResult
        {
            EwbNumber = fields.Text("EwbNo"),
            EwbStatus = fields.Status("EwbStatus", "EwbStstus", "Status"),
            EwbTime = fields.Time("EwbTime", "EwbDt"),
            EwbValidTill = fields.Time("EwbValidTill"),
            EwbPdf = fields.Bytes("EwbPdf"),
        };
        result.AdditionalFields = fields.Unread();
        return result;
    }
}
