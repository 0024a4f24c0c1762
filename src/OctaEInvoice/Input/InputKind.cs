namespace OctaEInvoice.Commands.Input;

/// <summary>What a pipeline object is.</summary>
internal enum InputKind
{
    /// <summary>A flat object: one line of a document.</summary>
    Row,

    /// <summary>An object with objects inside: a whole document.</summary>
    Nested,

    /// <summary>JSON text, or a line of it.</summary>
    Text,

    /// <summary>A file of JSON.</summary>
    File,

    /// <summary>A document of the Model.</summary>
    Invoice,
}
