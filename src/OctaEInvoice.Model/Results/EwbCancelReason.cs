namespace OctaEInvoice;

/// <summary>Why an e-way bill is cancelled (cancelRsnCode). The digits mean other things than for an IRN.</summary>
public enum EwbCancelReason
{
    /// <summary>Made twice (1).</summary>
    Duplicate = 1,

    /// <summary>The order was cancelled (2).</summary>
    OrderCancelled = 2,

    /// <summary>Mistake in the data (3).</summary>
    DataEntryMistake = 3,

    /// <summary>Another reason, given in the remark (4).</summary>
    Others = 4,
}
