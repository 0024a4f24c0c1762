using System.Globalization;
using System.Text.RegularExpressions;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Sandbox.Wire;

namespace OctaEInvoice.Sandbox.Portal;

/// <summary>An error that a document number or GSTIN asks for.</summary>
/// <param name="Step">What it befalls.</param>
/// <param name="Code">Octa's or NIC's code as the catalogue spells it, or an HTTP status.</param>
/// <param name="Times">How many requests get it before things go well; null for all.</param>
internal sealed record TriggeredError(TriggerStep Step, string Code, int? Times)
{
    // ERR-OCTA-204, ERR-O204-1, ERRL-2148/A17: step, code, how often, and anything after a slash to tell documents apart.
    private static readonly Regex NumberForm = new("^ERR(?<step>[DLCEX]?)-(?:OCTA-|O)?(?<code>[0-9]{2,4})(?:-(?<times>[0-9]{1,2}))?(?:/|$)", RegexOptions.CultureInvariant);
    private static readonly Regex OctaCode = new("^ERR[DLCEX]?-(OCTA-|O)", RegexOptions.CultureInvariant);

    // State, ERNIC, EROCT or ERHTT, four digits of the code, A for always or O for once.
    private static readonly Regex GstinForm = new("^[0-9]{2}ER(?<kind>NIC|OCT|HTT)(?<code>[0-9]{4})(?<times>[AO])", RegexOptions.CultureInvariant);

    /// <summary>The error that a document number asks for; null for an ordinary number.</summary>
    internal static TriggeredError? OfNumber(string number)
    {
        string upper = number.ToUpperInvariant();
        Match match = NumberForm.Match(upper);
        if (!match.Success)
            return null;
        string digits = match.Groups["code"].Value;
        string? code = CodeOf(OctaCode.IsMatch(upper) ? "OCTA-" + digits : digits);
        return code is null ? null : new TriggeredError(StepOf(match.Groups["step"].Value), code, Count(match.Groups["times"]));
    }

    /// <summary>The error that a GSTIN asks for; null for an ordinary GSTIN.</summary>
    internal static TriggeredError? OfGstin(string gstin)
    {
        Match match = GstinForm.Match(gstin);
        if (!match.Success)
            return null;
        int number = int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture);
        string digits = number.ToString(CultureInfo.InvariantCulture);
        string? code = CodeOf(match.Groups["kind"].Value == "OCT" ? "OCTA-" + digits : digits);
        return code is null ? null : new TriggeredError(TriggerStep.Gstin, code, match.Groups["times"].Value == "O" ? 1 : null);
    }

    internal SandboxAnswer Answer()
    {
        if (IsHttpStatus(Code))
            return SandboxAnswer.Bare(int.Parse(Code, CultureInfo.InvariantCulture));
        ServerError error = Codes.Of(Code);
        return ErrorCatalogue.Find(Code)!.Source == ErrorSource.OctaHttp ? SandboxAnswer.ByHeaders(error) : SandboxAnswer.Refusal(error);
    }

    private static TriggerStep StepOf(string letter) => letter switch
    {
        "D" => TriggerStep.Done,
        "L" => TriggerStep.LookUp,
        "C" => TriggerStep.CancelIrn,
        "E" => TriggerStep.Ewb,
        "X" => TriggerStep.CancelEwb,
        _ => TriggerStep.Register,
    };

    private static string? CodeOf(string code) => IsHttpStatus(code) ? code : ErrorCatalogue.Find(code)?.Code;

    // No code of Octa's or NIC's has three digits between these.
    private static bool IsHttpStatus(string code) => code.Length == 3 && code[0] is '4' or '5';

    private static int? Count(Group times) => times.Success ? int.Parse(times.Value, CultureInfo.InvariantCulture) : null;
}

/// <summary>What a triggered error befalls.</summary>
internal enum TriggerStep
{
    /// <summary>generateirn and generatepaymentqrcode, before they do anything (ERR-).</summary>
    Register,

    /// <summary>generateirn after the document has been registered: the success is lost (ERRD-).</summary>
    Done,

    /// <summary>getirn, getirnbydoc and getdocirninfo (ERRL-).</summary>
    LookUp,

    /// <summary>cancelirn (ERRC-).</summary>
    CancelIrn,

    /// <summary>Making and fetching the e-way bill: generateewbbyirn, getewbbyirn, and the part of generateirn, which succeeds without one (ERRE-).</summary>
    Ewb,

    /// <summary>cancelewb (ERRX-).</summary>
    CancelEwb,

    /// <summary>getgstin, by the PAN within the GSTIN.</summary>
    Gstin,
}
