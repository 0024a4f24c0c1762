namespace OctaEInvoice.Engine.Schema;

/// <summary>What NIC's schema and Octa's code table say of one field. Source: fields.json.</summary>
internal sealed class FieldFacts
{
    private readonly decimal min;
    private readonly decimal max;
    private TextForm? form;

    /// <summary>NIC's path; lists are marked by [] (ItemList[].HsnCd).</summary>
    public required string Path { get; init; }

    /// <summary>Friendly name, unique over all fields; the column of a CSV file.</summary>
    public required string Column { get; init; }

    /// <summary>How its value is read and checked.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Octa's code for an invalid value, OCTA-001 to OCTA-121, or OCTA-300 where it has none.</summary>
    public required string Code { get; init; }

    /// <summary>Required wherever its object is present.</summary>
    public required bool Required { get; init; }

    /// <summary>Smallest length of a text (in characters) or smallest number.</summary>
    public decimal Min
    {
        get => min;
        init => (min, MinTextLength) = (value, AsLength(value));
    }

    /// <summary>Greatest length of a text (in characters) or greatest number.</summary>
    public decimal Max
    {
        get => max;
        init => (max, MaxTextLength) = (value, AsLength(value));
    }

    /// <summary>Decimals allowed.</summary>
    public int Decimals { get; init; }

    /// <summary>The years of a date; null for other fields.</summary>
    public YearRange? Years { get; init; }

    /// <summary>Regular expression that the whole text matches; null when any text will do.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values allowed; empty when it is no list.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Other names under which the field is read: the specification's variants (nic-rules 3.1).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What the field means.</summary>
    public required string Description { get; init; }

    /// <summary>Name on the wire, the last part of the path.</summary>
    public string WireName => Path.Substring(Path.LastIndexOf('.') + 1);

    /// <summary>True for a field of a line.</summary>
    public bool IsOfItem => Path.StartsWith("ItemList[]", StringComparison.Ordinal);

    /// <summary>True for a number.</summary>
    public bool IsNumber => Kind >= FieldKind.Amount;

    /// <summary>True for a day.</summary>
    public bool IsDate => Kind is FieldKind.Date or FieldKind.WideDate;

    internal int MinTextLength { get; private init; }

    internal int MaxTextLength { get; private init; }

    /// <summary>The pattern, ready to be matched.</summary>
    internal TextForm Form => form ??= Pattern is null ? TextForm.Free : TextForm.Compile(Pattern);

    /// <summary>The field's constraint in words, for messages and pages.</summary>
    /// <returns>For example "3 to 100 characters" or "0 to 999.999, at most 3 decimals".</returns>
    public string Constraint() => FieldConstraints.Describe(this);

    private static int AsLength(decimal limit) => limit is >= 0 and <= int.MaxValue ? (int)limit : int.MaxValue;
}

/// <summary>The years that the portal's published schema takes of a kind of date. Source: fields.json.</summary>
/// <param name="First">First year; days before it are refused.</param>
/// <param name="Last">Last year; the published schema ends there, and the portal will have to go on.</param>
internal sealed record YearRange(int First, int Last)
{
    /// <summary>The first day.</summary>
    public IndiaDate FirstDay { get; } = new(First, 1, 1);

    /// <summary>The last day.</summary>
    public IndiaDate LastDay { get; } = new(Last, 12, 31);
}
