namespace OctaEInvoice;

/// <summary>Why an IRN is cancelled (CnlRsn). The digits mean other things than for an e-way bill.</summary>
public enum IrnCancelReason
{
    /// <summary>Registered twice (1).</summary>
    Duplicate = 1,

    /// <summary>Mistake in the data (2).</summary>
    DataEntryMistake = 2,

    /// <summary>The order was cancelled (3).</summary>
    OrderCancelled = 3,

    /// <summary>Another reason, given in the remark (4).</summary>
    Others = 4,
}
