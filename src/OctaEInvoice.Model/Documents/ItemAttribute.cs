namespace OctaEInvoice;

/// <summary>One named attribute of a line.</summary>
/// <remarks>Source: NIC schema INV-01 v1.1, object ItemList.AttribDtls.</remarks>
public sealed class ItemAttribute
{
    /// <summary>Name of the attribute (Nm; 1 to 100 characters).</summary>
    public string? Name { get; set; }

    /// <summary>Value of the attribute (Val; 1 to 100 characters).</summary>
    public string? Value { get; set; }
}
