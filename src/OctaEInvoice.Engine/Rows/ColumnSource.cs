namespace OctaEInvoice.Engine.Rows;

/// <summary>What a column was found by; the first of these wins where several columns give one field.</summary>
public enum ColumnSource
{
    /// <summary>The user's column map.</summary>
    Map,

    /// <summary>The friendly name.</summary>
    FriendlyName,

    /// <summary>NIC's path, or the specification's variant of it.</summary>
    NicPath,
}
