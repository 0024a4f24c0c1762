using System.Globalization;
using System.Text;

namespace OctaEInvoice;

/// <summary>One issue about one field of one document.</summary>
public sealed class Issue
{
    /// <summary>Error or Warning.</summary>
    public IssueSeverity Severity { get; set; }

    /// <summary>Octa's code that the server would have answered, such as OCTA-058.</summary>
    public string Code { get; set; } = "";

    /// <summary>NIC's code of the rule where there is one, such as 2176; otherwise null.</summary>
    public string? NicCode { get; set; }

    /// <summary>NIC's path of the field with the line's index from 0, such as ItemList[0].HsnCd.</summary>
    public string Path { get; set; } = "";

    /// <summary>The field's friendly name, which is also its CSV column, such as HsnCode.</summary>
    public string? Column { get; set; }

    /// <summary>Number of the input row, from 1, headers not counted; null when the document did not come as rows.</summary>
    public int? Row { get; set; }

    /// <summary>What is wrong, in one sentence.</summary>
    public string Message { get; set; } = "";

    /// <summary>The value as it was given; null when there was none.</summary>
    public string? Given { get; set; }

    /// <summary>What was expected; for arithmetic the calculated value and the range that NIC allows.</summary>
    public string? Expected { get; set; }

    /// <summary>What to do.</summary>
    public string? Remedy { get; set; }

    /// <summary>Everything in one line: row, field, what is wrong, given, expected, what to do, codes.</summary>
    /// <returns>For example: row 3, DocumentDate: It is not a date. Given: '31/11/2026'. Expected: ... [OCTA-015].</returns>
    public override string ToString() => Describe(withRow: true, withRemedy: true);

    /// <summary>The issue in one line, without what stands beside it already.</summary>
    /// <param name="withRow">True to begin with the row.</param>
    /// <param name="withRemedy">True to say what to do.</param>
    /// <returns>The line.</returns>
    public string Describe(bool withRow, bool withRemedy)
    {
        var text = new StringBuilder();
        if (withRow && Row is int row)
            text.Append("row ").Append(row.ToString(CultureInfo.InvariantCulture)).Append(", ");
        text.Append(Column ?? Path).Append(": ").Append(Message);
        if (Given is not null)
            text.Append(" Given: '").Append(Given).Append("'.");
        if (Expected is not null)
            text.Append(" Expected: ").Append(Expected).Append('.');
        if (withRemedy && Remedy is not null)
            text.Append(' ').Append(Remedy);
        return text.Append(' ').Append(Codes()).ToString();
    }

    private string Codes() => NicCode is null ? $"[{Code}]" : $"[{Code}, NIC {NicCode}]";
}

/// <summary>How grave an issue is.</summary>
public enum IssueSeverity
{
    /// <summary>Real, accepted documents break this rule too (nic-rules 2.6); the document is sent, unless -Strict raises it to an error.</summary>
    Warning,

    /// <summary>The server would refuse the document; it is not sent.</summary>
    Error,
}
