namespace OctaEInvoice.Sandbox.Portal;

/// <summary>An e-way bill. Its end changes under the register's lock.</summary>
internal sealed class EwbRecord
{
    /// <summary>Twelve digits.</summary>
    internal required long Number { get; init; }

    internal string NumberText => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal required string Irn { get; init; }

    internal required IndiaTime Time { get; init; }

    /// <summary>End of its validity; null while the vehicle (part B) isn't given.</summary>
    internal IndiaTime? ValidTill { get; init; }

    /// <summary>Moment of the cancellation; null while it is in force.</summary>
    internal IndiaTime? CancelTime { get; set; }

    internal bool IsActive => CancelTime is null;
}
