using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Tests.Errors;

public sealed class ControlCodesTests
{
    /// <summary>What each code of the catalogue changes; all others change nothing.</summary>
    private static readonly Dictionary<string, string> Effects = new(StringComparer.Ordinal)
    {
        ["HTTP-401"] = "Login",
        ["HTTP-403"] = "Login",
        ["52"] = "Login",
        ["OCTA-200"] = "Account",
        ["131"] = "Account",
        ["140"] = "Account",
        ["148"] = "Account",
        ["3095"] = "ClientBlocked",
        ["3096"] = "SellerBlocked",
        ["2150"] = "registered",
        ["2283"] = "registered",
        ["OCTA-201"] = "nothing",
        ["OCTA-202"] = "nothing",
        ["OCTA-203"] = "nothing",
        ["OCTA-204"] = "nothing",
        ["OCTA-205"] = "nothing",
        ["OCTA-206"] = "nothing",
        ["OCTA-207"] = "nothing",
        ["OCTA-208"] = "nothing",
        ["2000"] = "nothing",
        ["2139"] = "nothing",
        ["2140"] = "nothing",
        ["2141"] = "nothing",
        ["4001"] = "nothing",
        ["4004"] = "nothing",
        ["2146"] = "signing",
        ["2147"] = "signing",
        ["3108"] = "limit",
        ["_3109"] = "limit",
        ["3109"] = "limit",
        ["4062"] = "limit",
        ["2148"] = "not found",
        ["2154"] = "not found",
        ["2296"] = "not found",
        ["4005"] = "not found",
        ["4007"] = "not found",
        ["OCTA-153"] = "not found",
        ["OCTA-158"] = "not found",
        ["1005"] = "once more",
        ["5001"] = "once more",
        ["3028"] = "once more",
        ["3029"] = "once more",
        ["3076"] = "once more",
        ["OCTA-154"] = "cancelled",
        ["2286"] = "cancelled",
        ["2302"] = "cancelled",
        ["4000"] = "cancelled",
        ["9999"] = "cancelled",
        ["4057"] = "cancelled, not yours",
        ["OCTA-156"] = "e-way bill exists",
        ["2287"] = "e-way bill exists",
        ["4002"] = "e-way bill exists",
        ["4026"] = "e-way bill exists",
    };

    [Fact]
    public void Every_code_changes_what_it_is_listed_for_and_no_other_does()
    {
        Assert.All(Effects.Keys.Union(ErrorCatalogue.All.Select(entry => entry.Code)), code =>
        {
            Assert.Equal((Effects.TryGetValue(code, out string? effect) ? effect : ""), EffectOf(code));
            Assert.Equal(EffectOf(code), EffectOf(code.ToLowerInvariant()));
        });
        Assert.Equal(["HTTP-401", "HTTP-403"], Effects.Keys.Where(code => ErrorCatalogue.Find(code) is null));
    }

    private static string EffectOf(string code)
    {
        string[] codes = ["0", code];
        (string Effect, bool Holds)[] effects =
        [
            (ControlCodes.StopOf(codes)?.ToString() ?? "", true),
            ("registered", ControlCodes.MeansRegistered(codes)),
            ("nothing", ControlCodes.ProvesNothing(codes)),
            ("signing", ControlCodes.IsSigningTrouble(codes)),
            ("limit", ControlCodes.IsLimit(codes)),
            ("not found", ControlCodes.MeansNotFound(codes)),
            ("once more", ControlCodes.MayPassOnRetry(codes)),
            ("cancelled", ControlCodes.MeansCancelledAlready(codes)),
            ("not yours", ControlCodes.MayMeanNotYours(codes)),
            ("e-way bill exists", ControlCodes.MeansEwbExists(codes)),
        ];
        return string.Join(", ", effects.Where(effect => effect.Holds && effect.Effect.Length > 0).Select(effect => effect.Effect));
    }
}
