using OctaEInvoice.Engine.Masters;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Port, country and currency against NIC's lists (nic-rules 2.5).</summary>
internal static class ExportRules
{
    internal static void Check(Findings findings)
    {
        if (findings.Invoice.Export is not ExportDetails export)
            return;
        MasterData masters = findings.Settings.Masters;
        if (export.PortCode is { Length: > 0 } port && !masters.IsPort(port) && findings.Sound(Field.Port))
            findings.Add(Rule.PortUnknown, port);
        if (export.CountryCode is { Length: > 0 } country && !masters.IsCountry(country) && findings.Sound(Field.CntCode))
            findings.Add(Rule.CountryUnknown, country);
        if (export.CurrencyCode is { Length: > 0 } currency && !masters.IsCurrency(currency) && findings.Sound(Field.ForCur))
            findings.Add(Rule.CurrencyUnknown, currency);
    }
}
