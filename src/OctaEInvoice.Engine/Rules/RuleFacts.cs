using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>What a rule says when it is broken. Source: rules.json.</summary>
internal sealed class RuleFacts
{
    /// <summary>Name of the rule, such as TaxableValue.</summary>
    public required string Name { get; init; }

    /// <summary>NIC's code, such as 2193; null where NIC has none.</summary>
    public required string? NicCode { get; init; }

    /// <summary>Octa's code: the field's, or OCTA-155 where an e-way bill is not allowed.</summary>
    public required string Code { get; init; }

    /// <summary>How grave it is against production, before -Strict.</summary>
    public required IssueSeverity Severity { get; init; }

    /// <summary>How grave it is in tests, before -Strict.</summary>
    public required IssueSeverity SeverityInTest { get; init; }

    /// <summary>NIC's path of the field or object that carries the issue; lists are marked by [].</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What is expected, where that is always the same.</summary>
    public required string? Expected { get; init; }

    /// <summary>What to do.</summary>
    public required string Remedy { get; init; }

    /// <summary>The field; null for a rule about a whole object.</summary>
    public required FieldFacts? Field { get; init; }
}
