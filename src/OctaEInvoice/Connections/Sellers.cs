namespace OctaEInvoice.Commands.Connections;

/// <summary>Says whose documents a command takes.</summary>
internal static class Sellers
{
    /// <summary>The seller that an offline command is told, else the open connection's; null for any seller.</summary>
    internal static SellerDetails? OfSession(string? gstin)
    {
        if (Session.Current is OctaConnection connection)
            return Of(connection, gstin);
        return gstin is null ? null : new SellerDetails { Gstin = gstin.Trim().ToUpperInvariant() };
    }

    /// <summary>The seller of a connection; a GSTIN given to the command wins, and the profile's address then counts only if it is the same company's.</summary>
    internal static SellerDetails? Of(OctaConnection connection, string? gstin)
    {
        string? own = gstin?.Trim().ToUpperInvariant() ?? connection.Gstin;
        if (own is null)
            return null;
        return connection.Seller is SellerDetails seller && string.Equals(seller.Gstin, own, StringComparison.OrdinalIgnoreCase)
            ? seller
            : new SellerDetails { Gstin = own };
    }
}
