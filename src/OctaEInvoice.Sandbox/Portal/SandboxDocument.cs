using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>A registered document of the sandbox at one moment, for tests.</summary>
public sealed class SandboxDocument
{
    internal SandboxDocument(IrnRecord record)
    {
        Key = record.Key;
        Irn = record.Irn;
        AckTime = record.AckTime;
        Status = record.IsActive ? RecordStatus.Active : RecordStatus.Cancelled;
        EwbNumber = record.Ewb?.NumberText;
        EwbStatus = record.Ewb is null ? RecordStatus.Unknown : record.Ewb.IsActive ? RecordStatus.Active : RecordStatus.Cancelled;
    }

    /// <summary>Seller, financial year, type and number in upper case.</summary>
    public DocumentKey Key { get; }

    /// <summary>The IRN.</summary>
    public string Irn { get; }

    /// <summary>Moment of registration.</summary>
    public IndiaTime AckTime { get; }

    /// <summary>Active or Cancelled.</summary>
    public RecordStatus Status { get; }

    /// <summary>Number of the latest e-way bill; null when there never was one.</summary>
    public string? EwbNumber { get; }

    /// <summary>Active or Cancelled; Unknown when there never was an e-way bill.</summary>
    public RecordStatus EwbStatus { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Key} {Irn} {Status}";
}
