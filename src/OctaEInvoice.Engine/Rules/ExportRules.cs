using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Port, country and currency against NIC's lists (nic-rules 2.5).</summary>
internal static class ExportRules
{
    internal static void Check(DocumentUnderCheck document)
    {
        if (document.Invoice.Export is not ExportDetails export)
            return;
        MasterData masters = document.Settings.Masters;
        if (export.PortCode is { Length: > 0 } port && !masters.IsPort(port) && document.Sound(NicFields.Port))
            document.Add(Rule.PortUnknown, port);
        if (export.CountryCode is { Length: > 0 } country && !masters.IsCountry(country) && document.Sound(NicFields.CntCode))
            document.Add(Rule.CountryUnknown, country);
        if (export.CurrencyCode is { Length: > 0 } currency && !masters.IsCurrency(currency) && document.Sound(NicFields.ForCur))
            document.Add(Rule.CurrencyUnknown, currency);
    }
}
