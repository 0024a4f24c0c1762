namespace OctaEInvoice.Commands.Input;

/// <summary>What a pipeline object is.</summary>
internal enum InputKind
{
    /// <summary>An object with properties, entries or columns: a row, or a document with objects inside.</summary>
    Object,

    /// <summary>JSON text, or a line of it.</summary>
    Text,

    /// <summary>A file of JSON.</summary>
    File,

    /// <summary>A document of the Model.</summary>
    Invoice,
}
