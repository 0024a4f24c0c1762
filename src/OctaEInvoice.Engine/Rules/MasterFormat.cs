namespace OctaEInvoice.Engine.Rules;

/// <summary>What one master file is called and what its entries look like.</summary>
internal sealed class MasterFormat
{
    internal static readonly MasterFormat States = new("states.json", "^[0-9]{2}\\z", "state codes of two digits with names, { \"29\": \"Karnataka\" }");
    internal static readonly MasterFormat Units = new("units.json", "^[A-Za-z]{3,8}\\z", "unit codes of 3 to 8 letters with names, { \"KGS\": \"KILOGRAMS\" }");
    internal static readonly MasterFormat Ports = new("ports.json", "^[0-9A-Za-z]{2,10}\\z", "port codes of 2 to 10 letters and digits with names, { \"INNSA1\": \"Nhava Sheva\" }");
    internal static readonly MasterFormat Currencies = new("currencies.json", "^[A-Za-z]{3,16}\\z", "currency codes of 3 to 16 letters with names, { \"USD\": \"US dollar\" }");
    internal static readonly MasterFormat Countries = new("countries.json", "^[A-Z]{2}\\z", "country codes of two capitals with names, { \"AE\": \"United Arab Emirates\" }");
    internal static readonly MasterFormat PinPrefixes = new("pin-prefixes.json", "^[0-9]{3}([0-9]{3})?\\z", "the first three digits of a PIN code, or all six, with state codes, { \"560\": [\"29\"] }");
    internal static readonly MasterFormat GstRates = new("gst-rates.json", "", "rates in percent, [0, 5, 18]");

    internal static readonly MasterFormat[] All = [States, Units, Ports, Currencies, Countries, PinPrefixes, GstRates];

    private MasterFormat(string fileName, string codePattern, string expected)
    {
        FileName = fileName;
        CodePattern = codePattern;
        Expected = expected;
    }

    internal string FileName { get; }

    internal string CodePattern { get; }

    internal string Expected { get; }
}
