using System.Globalization;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>An e-way bill at one moment.</summary>
internal sealed record EwbRecord
{
    /// <summary>Twelve digits.</summary>
    internal required long Number { get; init; }

    internal required IndiaTime Time { get; init; }

    internal required EwbTerms Terms { get; init; }

    /// <summary>Moment of the cancellation; null while it is in force.</summary>
    internal IndiaTime? CancelTime { get; init; }

    internal bool IsActive => CancelTime is null;

    internal string NumberText => Number.ToString(CultureInfo.InvariantCulture);
}
