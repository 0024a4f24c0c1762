using System.Globalization;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Numbers, HSN codes, quantities, units and rates of the lines (nic-rules 2.2, items).</summary>
internal static class LineRules
{
    private const int ShortHsn = 4;

    internal static void Check(DocumentUnderCheck document)
    {
        if (document.Invoice.Items is not { Count: > 0 } items)
            return;
        CheckNumbers(document, items);
        for (int i = 0; i < items.Count; i++)
        {
            CheckHsn(document, items[i], i);
            CheckQuantity(document, items[i], i);
            CheckLists(document, items[i], i);
        }
    }

    // "1" and "01" are one number: NIC asks for numeric line numbers.
    private static void CheckNumbers(DocumentUnderCheck document, List<InvoiceItem> items)
    {
        if (IsAscending(items))
            return;
        var firstWith = new Dictionary<int, int>();
        for (int i = 0; i < items.Count; i++)
        {
            int number = NumberOf(items[i]);
            if (number < 0 || !document.Sound(NicFields.SlNo, i))
                continue;
            if (firstWith.TryGetValue(number, out int first))
                document.Add(Rule.DuplicateLineNumber, items[i].LineNumber, $"another number than that of ItemList[{first.ToString(CultureInfo.InvariantCulture)}]", i);
            else
                firstWith.Add(number, i);
        }
    }

    private static bool IsAscending(List<InvoiceItem> items)
    {
        int last = -1;
        for (int i = 0; i < items.Count; i++)
        {
            int number = NumberOf(items[i]);
            if (number <= last)
                return false;
            last = number;
        }
        return true;
    }

    private static int NumberOf(InvoiceItem item)
    {
        string? text = item.LineNumber;
        if (text is null || text.Length is 0 or > 6)
            return -1;
        int number = 0;
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
                return -1;
            number = (number * 10) + c - '0';
        }
        return number;
    }

    private static void CheckHsn(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        if (item.HsnCode is not { Length: > 0 } code || !document.Sound(NicFields.HsnCd, i))
            return;
        bool isService = code.StartsWith("99", StringComparison.Ordinal);
        if (isService && item.IsService == "N")
            document.Add(Rule.ServiceCodeForGoods, code, item: i);
        else if (!isService && item.IsService == "Y")
            document.Add(Rule.GoodsCodeForService, code, item: i);
        else if (code.Length == ShortHsn)
            document.Add(Rule.HsnTooShort, code, item: i);
    }

    private static void CheckQuantity(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        // A service code on a line of goods is the mistake; its quantity can't be judged.
        if (item.IsService != "N" || item.HsnCode?.StartsWith("99", StringComparison.Ordinal) == true)
            return;
        if (item.Quantity is null && document.Sound(NicFields.Qty, i))
            document.Add(Rule.QuantityMissing, null, item: i);
        if (string.IsNullOrEmpty(item.Unit) && document.Sound(NicFields.Unit, i))
            document.Add(Rule.UnitMissing, null, item: i);
    }

    private static void CheckLists(DocumentUnderCheck document, InvoiceItem item, int i)
    {
        MasterData masters = document.Settings.Masters;
        if (item.Unit is { Length: > 0 } unit && !masters.IsUnit(unit) && document.Sound(NicFields.Unit, i))
            document.Add(Rule.UnitUnknown, unit, item: i);
        if (item.GstRate is decimal rate && !masters.IsGstRate(rate) && document.Sound(NicFields.GstRt, i))
            ReportRate(document, rate, i);
        if (item.OriginCountry is { Length: > 0 } country && !masters.IsCountry(country) && document.Sound(NicFields.OrgCntry, i))
            document.Add(Rule.OriginCountryUnknown, country, item: i);
    }

    // With 0.18 for 18 % the tax would be a hundredth of what is due, and all sums would agree.
    private static void ReportRate(DocumentUnderCheck document, decimal rate, int i)
    {
        MasterData masters = document.Settings.Masters;
        string given = rate.ToString(CultureInfo.InvariantCulture);
        if (rate is > 0 and < 1 && masters.IsGstRate(rate * 100))
            document.Add(Rule.GstRateFraction, given, (rate * 100).ToString("0.###", CultureInfo.InvariantCulture), i);
        else
            document.Add(Rule.GstRateUnknown, given, "one of " + Rates(masters), i);
    }

    private static string Rates(MasterData masters) =>
        string.Join(", ", masters.GstRates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)));
}
