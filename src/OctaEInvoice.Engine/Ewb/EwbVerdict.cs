namespace OctaEInvoice.Engine.Ewb;

/// <summary>How the way of an e-way bill ended.</summary>
public enum EwbVerdict
{
    /// <summary>Made by this run.</summary>
    Made,

    /// <summary>It existed and was fetched.</summary>
    Adopted,

    /// <summary>Refused by the server.</summary>
    Rejected,

    /// <summary>It exists, but its data can't be had.</summary>
    DataMissing,

    /// <summary>Nobody could tell whether there is one.</summary>
    InDoubt,

    /// <summary>The request could not be sent; there is none of this run.</summary>
    NotSent,
}
