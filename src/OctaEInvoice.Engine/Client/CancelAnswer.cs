using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Client;

/// <summary>Makes results of the answers of cancelirn and cancelewb.</summary>
internal static class CancelAnswer
{
    internal static CancelResult Read(AnswerFields fields)
    {
        var result = new CancelResult
        {
            Irn = fields.Text("Irn"),
            EwbNumber = fields.Text("ewbNo"),
            CancelTime = fields.Time("CancelTime", "CancelDate"),
        };
        result.AdditionalFields = fields.Unread();
        return result;
    }
}
