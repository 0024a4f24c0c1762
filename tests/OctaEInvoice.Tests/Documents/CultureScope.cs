using System.Globalization;

namespace OctaEInvoice.Tests.Documents;

/// <summary>Runs a block under the culture of an account, as a scheduled task or a German office has it.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiBefore = CultureInfo.CurrentUICulture;

    internal CultureScope(string name)
    {
        CultureInfo.CurrentCulture = IsInvariantAlone ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(name);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
    }

    /// <summary>The cultures under which everything has to read the same; the empty name is the invariant one.</summary>
    internal static string[] Names { get; } = IsInvariantAlone ? [""] : ["en-US", "en-IN", "de-DE", "hi-IN", "ar-SA", ""];

    /// <summary>True on a machine that is set to know no culture (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT), as in small containers.</summary>
    private static bool IsInvariantAlone
    {
        get
        {
            try
            {
                return CultureInfo.GetCultureInfo("de-DE").NumberFormat.NumberDecimalSeparator == ".";
            }
            catch (CultureNotFoundException)
            {
                return true;
            }
        }
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = before;
        CultureInfo.CurrentUICulture = uiBefore;
    }
}
