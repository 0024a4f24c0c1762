namespace OctaEInvoice;

/// <summary>Status of an IRN or an e-way bill at the portal (ACT, CNL).</summary>
public enum RecordStatus
{
    /// <summary>The answer did not say.</summary>
    Unknown,

    /// <summary>In force (ACT).</summary>
    Active,

    /// <summary>Cancelled (CNL).</summary>
    Cancelled,
}
