namespace OctaEInvoice.Tests.Rules;

/// <summary>Theory data of two texts.</summary>
internal static class Pairs
{
    internal static TheoryData<string, string> Of(IEnumerable<(string First, string Second)> pairs)
    {
        var data = new TheoryData<string, string>();
        foreach ((string first, string second) in pairs)
            data.Add(first, second);
        return data;
    }
}
