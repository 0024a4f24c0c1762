using OctaEInvoice.Engine.Keys;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>Reads the query parameters of one endpoint, with exactly the names and values that the specification prints.</summary>
internal sealed class QueryReader
{
    private readonly HttpFields query;
    private readonly List<ServerError> errors = [];

    internal QueryReader(HttpFields query, params string[] names)
    {
        this.query = query;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> parameter in query)
        {
            if (!names.Contains(parameter.Key))
                errors.Add(Codes.Invalid($"The query parameter {parameter.Key} is none of: {string.Join(", ", names)}."));
            else if (!seen.Add(parameter.Key))
                errors.Add(Codes.Invalid($"The query parameter {parameter.Key} is given twice."));
        }
    }

    /// <summary>The refusal of what was wrong so far; null when nothing was.</summary>
    internal SandboxAnswer? Refusal => errors.Count == 0 ? null : SandboxAnswer.BadRequest([.. errors]);

    /// <summary>A parameter that has to be there.</summary>
    internal string Required(string name)
    {
        string value = query[name] ?? "";
        if (value.Length == 0)
            errors.Add(Codes.Invalid($"The query parameter {name} is missing."));
        return value;
    }

    /// <summary>The GSTIN of the seller who asks: any well-formed one has an account here.</summary>
    internal string Seller()
    {
        string gstin = Required("gstin");
        if (gstin.Length > 0 && !Gstin.IsWellFormed(gstin))
            errors.Add(Codes.Of("OCTA-151"));
        return gstin;
    }

    /// <summary>The parameter irn.</summary>
    internal string Irn() => OfField("irn", WireSchema.CancelIrn.Find("Irn")!.Field!);

    /// <summary>A parameter that has to be there and to have the form of a field.</summary>
    internal string OfField(string name, WireField field)
    {
        string value = Required(name);
        if (value.Length > 0 && field.FaultOf(value) is string fault)
            errors.Add(new ServerError { Code = field.Code, Message = $"The query parameter {name} {fault}." });
        return value;
    }

    /// <summary>A parameter of yes or no; no when it isn't given.</summary>
    internal bool YesNo(string name) => Choice(name, ["no", "yes"], 0) == 1;

    /// <summary>Which of several words was given.</summary>
    internal int Choice(string name, string[] words, int byDefault)
    {
        if (query[name] is not string value)
            return byDefault;
        int index = Array.IndexOf(words, value);
        if (index < 0)
            errors.Add(Codes.Invalid($"The query parameter {name} is {value}, none of: {string.Join(", ", words)}."));
        return Math.Max(index, 0);
    }
}
