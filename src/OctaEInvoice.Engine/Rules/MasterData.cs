using System.Globalization;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Rules;

/// <summary>The lists that documents are checked against: states, units, ports, currencies, countries, PIN codes, GST rates.</summary>
/// <remarks>
/// Sources: NIC's master codes; GeoNames (CC BY 4.0) for PIN codes. All lists age, so a code that is missing is worth a warning and no
/// more, and a folder of the user's can replace each of them.
/// </remarks>
public sealed class MasterData
{
    private const int PinDigits = 6;
    private const int PrefixDigits = 3;

    private static readonly Lazy<MasterData> Shipped = new(() => new MasterData(null));

    private readonly Dictionary<string, string[]> statesByPin;
    private readonly List<decimal> gstRates;
    private readonly List<string> replacedFiles = [];

    private MasterData(string? folder)
    {
        States = MasterReader.ReadCodeList(Text(folder, MasterFormat.States), MasterFormat.States);
        Units = MasterReader.ReadCodeList(Text(folder, MasterFormat.Units), MasterFormat.Units);
        Ports = MasterReader.ReadCodeList(Text(folder, MasterFormat.Ports), MasterFormat.Ports);
        Currencies = MasterReader.ReadCodeList(Text(folder, MasterFormat.Currencies), MasterFormat.Currencies);
        Countries = MasterReader.ReadCodeList(Text(folder, MasterFormat.Countries), MasterFormat.Countries);
        statesByPin = MasterReader.ReadStatesByPin(Text(folder, MasterFormat.PinPrefixes), MasterFormat.PinPrefixes);
        gstRates = MasterReader.ReadRates(Text(folder, MasterFormat.GstRates), MasterFormat.GstRates);
    }

    /// <summary>The lists that ship with the module. Read on first use.</summary>
    public static MasterData BuiltIn => Shipped.Value;

    /// <summary>States and union territories by two-digit code, 96 for other countries and 97 for other territory.</summary>
    internal CodeList States { get; }

    /// <summary>Unit quantity codes (UQC).</summary>
    internal CodeList Units { get; }

    /// <summary>Port codes.</summary>
    internal CodeList Ports { get; }

    /// <summary>Currency codes.</summary>
    internal CodeList Currencies { get; }

    /// <summary>Country codes.</summary>
    internal CodeList Countries { get; }

    /// <summary>GST rates in percent that were notified at some time.</summary>
    public IReadOnlyList<decimal> GstRates => gstRates;

    /// <summary>Names of the files that a folder of the user's has replaced, such as units.json.</summary>
    public IReadOnlyList<string> ReplacedFiles => replacedFiles;

    /// <summary>The built-in lists, single ones replaced by files of the same name in a folder.</summary>
    /// <param name="folder">The folder; null for the built-in lists.</param>
    /// <returns>The lists.</returns>
    /// <exception cref="MasterFileException">There is no such folder, a .json file in it is none of the lists, or one is broken.</exception>
    public static MasterData Load(string? folder)
    {
        if (folder is null)
            return BuiltIn;
        if (!Directory.Exists(folder))
            throw new MasterFileException(folder, "There is no such folder.");
        RequireKnownNames(folder);
        return new MasterData(folder);
    }

    /// <summary>Whether a state code is in force: 01 to 38 with gaps, 96, 97.</summary>
    /// <param name="code">The code; 7 is taken for 07.</param>
    /// <returns>False for null, unknown and withdrawn codes.</returns>
    public bool IsState(string? code) => States.Contains(TwoDigits(code));

    /// <summary>Whether a state code was in force once: 25, which is 26 now, and 28, which is 37.</summary>
    /// <param name="code">The code.</param>
    /// <returns>False for null, unknown codes and those in force.</returns>
    public bool IsWithdrawnState(string? code) => States.IsWithdrawn(TwoDigits(code));

    /// <summary>The name of a state, also of a withdrawn one.</summary>
    /// <param name="code">The code; 7 is taken for 07.</param>
    /// <returns>The name, or null when there is no such code.</returns>
    public string? StateName(string? code) => States.NameOf(TwoDigits(code));

    /// <summary>Whether a unit is in the list.</summary>
    /// <param name="code">The unit quantity code, in any letter case.</param>
    /// <returns>False for null and unknown codes.</returns>
    public bool IsUnit(string? code) => Units.Contains(code);

    /// <summary>Whether a port is in the list.</summary>
    /// <param name="code">The port code, in any letter case.</param>
    /// <returns>False for null and unknown codes.</returns>
    public bool IsPort(string? code) => Ports.Contains(code);

    /// <summary>Whether a currency is in the list.</summary>
    /// <param name="code">The currency code, in any letter case.</param>
    /// <returns>False for null and unknown codes.</returns>
    public bool IsCurrency(string? code) => Currencies.Contains(code);

    /// <summary>Whether a country is in the list.</summary>
    /// <param name="code">The country code, in any letter case.</param>
    /// <returns>False for null and unknown codes.</returns>
    public bool IsCountry(string? code) => Countries.Contains(code);

    /// <summary>Whether a GST rate was notified at some time.</summary>
    /// <param name="rate">The whole rate in percent.</param>
    public bool IsGstRate(decimal rate) => gstRates.Contains(rate);

    /// <summary>The states that a PIN code can lie in: by all six digits where the list has them, else by the first three.</summary>
    /// <param name="pin">The PIN code.</param>
    /// <returns>State codes; empty when the list does not know, which proves nothing (999999, army post offices, new prefixes).</returns>
    public IReadOnlyList<string> StatesOfPin(int pin)
    {
        string digits = pin.ToString(CultureInfo.InvariantCulture);
        if (digits.Length != PinDigits)
            return [];
        return statesByPin.TryGetValue(digits, out string[]? states) || statesByPin.TryGetValue(digits.Substring(0, PrefixDigits), out states)
            ? states
            : [];
    }

    private static string? TwoDigits(string? code) => code is { Length: 1 } ? "0" + code : code;

    // A misspelt name would leave the old list in force without a word.
    private static void RequireKnownNames(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*.json"))
            if (!Array.Exists(MasterFormat.All, format => IsNamed(path, format)))
                throw new MasterFileException(path, $"No list has this name. Expected: {string.Join(", ", MasterFormat.All.Select(format => format.FileName))}.");
    }

    private static bool IsNamed(string path, MasterFormat format) =>
        string.Equals(Path.GetFileName(path), format.FileName, StringComparison.OrdinalIgnoreCase);

    private MasterText Text(string? folder, MasterFormat format)
    {
        string? path = folder is null ? null : Array.Find(Directory.GetFiles(folder, "*.json"), file => IsNamed(file, format));
        if (path is null)
            return new MasterText(format.FileName, EmbeddedData.ReadAll(format.FileName));
        replacedFiles.Add(format.FileName);
        try
        {
            return new MasterText(path, File.ReadAllBytes(path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new MasterFileException(path, $"The file can't be read: {cause.Message}", cause);
        }
    }
}
