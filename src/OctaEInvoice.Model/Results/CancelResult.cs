namespace OctaEInvoice;

/// <summary>A cancelled IRN or e-way bill.</summary>
/// <remarks>Source: answers of cancelirn and cancelewb.</remarks>
public sealed class CancelResult
{
    /// <summary>GSTIN of the seller.</summary>
    public string? Gstin { get; set; }

    /// <summary>The cancelled IRN; null when an e-way bill was cancelled.</summary>
    public string? Irn { get; set; }

    /// <summary>The cancelled e-way bill; null when an IRN was cancelled.</summary>
    public string? EwbNumber { get; set; }

    /// <summary>Moment of the cancellation; null when it was cancelled before and the moment is not known.</summary>
    public IndiaTime? CancelTime { get; set; }

    /// <summary>True when it was cancelled already, which counts as done.</summary>
    public bool WasCancelledBefore { get; set; }

    /// <summary>True when a sandbox answered.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Fields of the answer that the specification does not name, with their JSON text.</summary>
    public IReadOnlyDictionary<string, string>? AdditionalFields { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Irn ?? EwbNumber ?? "";
}
