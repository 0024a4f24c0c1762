namespace OctaEInvoice;

/// <summary>Whether the publisher of an error code still lists it.</summary>
public enum ErrorListing
{
    /// <summary>In the current specification or table.</summary>
    Current,

    /// <summary>In NIC's list of 2020 only; the current table lacks it.</summary>
    Earlier,

    /// <summary>Announced by an advisory and not yet in the table.</summary>
    Announced,
}
