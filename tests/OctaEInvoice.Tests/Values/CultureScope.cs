using System.Globalization;

namespace OctaEInvoice.Tests.Values;

/// <summary>Runs a block under the culture of an account, as a scheduled task or a German office has it.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiBefore = CultureInfo.CurrentUICulture;

    internal CultureScope(string name)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
    }

    /// <summary>The cultures under which everything has to read the same; the empty name is the invariant one.</summary>
    internal static string[] Names { get; } = ["en-US", "en-IN", "de-DE", ""];

    public void Dispose()
    {
        CultureInfo.CurrentCulture = before;
        CultureInfo.CurrentUICulture = uiBefore;
    }
}
