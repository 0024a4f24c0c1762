using System.Globalization;
using OctaEInvoice.Engine.Masters;

namespace OctaEInvoice.Engine.Rules;

/// <summary>Numbers, HSN codes, quantities, units and rates of the lines (nic-rules 2.2, items).</summary>
internal static class LineRules
{
    private const int ShortHsn = 4;

    internal static void Check(Findings findings)
    {
        if (findings.Invoice.Items is not { Count: > 0 } items)
            return;
        CheckNumbers(findings, items);
        for (int i = 0; i < items.Count; i++)
        {
            CheckHsn(findings, items[i], i);
            CheckQuantity(findings, items[i], i);
            CheckLists(findings, items[i], i);
        }
    }

    // "1" and "01" are one number: NIC asks for numeric line numbers.
    private static void CheckNumbers(Findings findings, List<InvoiceItem> items)
    {
        if (IsAscending(items))
            return;
        var firstWith = new Dictionary<int, int>();
        for (int i = 0; i < items.Count; i++)
        {
            int number = NumberOf(items[i]);
            if (number < 0 || !findings.Sound(Field.SlNo, i))
                continue;
            if (firstWith.TryGetValue(number, out int first))
                findings.Add(Rule.DuplicateLineNumber, items[i].LineNumber, $"another number than that of ItemList[{first.ToString(CultureInfo.InvariantCulture)}]", i);
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

    private static void CheckHsn(Findings findings, InvoiceItem item, int i)
    {
        if (item.HsnCode is not { Length: > 0 } code || !findings.Sound(Field.HsnCd, i))
            return;
        bool isService = code.StartsWith("99", StringComparison.Ordinal);
        if (isService && item.IsService == "N")
            findings.Add(Rule.ServiceCodeForGoods, code, item: i);
        else if (!isService && item.IsService == "Y")
            findings.Add(Rule.GoodsCodeForService, code, item: i);
        else if (code.Length == ShortHsn)
            findings.Add(Rule.HsnTooShort, code, item: i);
    }

    private static void CheckQuantity(Findings findings, InvoiceItem item, int i)
    {
        // A service code on a line of goods is the mistake; its quantity can't be judged.
        if (item.IsService != "N" || item.HsnCode?.StartsWith("99", StringComparison.Ordinal) == true)
            return;
        if (item.Quantity is null && findings.Sound(Field.Qty, i))
            findings.Add(Rule.QuantityMissing, null, item: i);
        if (string.IsNullOrEmpty(item.Unit) && findings.Sound(Field.Unit, i))
            findings.Add(Rule.UnitMissing, null, item: i);
    }

    private static void CheckLists(Findings findings, InvoiceItem item, int i)
    {
        MasterData masters = findings.Settings.Masters;
        if (item.Unit is { Length: > 0 } unit && !masters.IsUnit(unit) && findings.Sound(Field.Unit, i))
            findings.Add(Rule.UnitUnknown, unit, item: i);
        if (item.GstRate is decimal rate && !masters.IsGstRate(rate) && findings.Sound(Field.GstRt, i))
            ReportRate(findings, rate, i);
        if (item.OriginCountry is { Length: > 0 } country && !masters.IsCountry(country) && findings.Sound(Field.OrgCntry, i))
            findings.Add(Rule.OriginCountryUnknown, country, item: i);
    }

    // With 0.18 for 18 % the tax would be a hundredth of what is due, and all sums would agree.
    private static void ReportRate(Findings findings, decimal rate, int i)
    {
        MasterData masters = findings.Settings.Masters;
        string given = rate.ToString(CultureInfo.InvariantCulture);
        if (rate is > 0 and < 1 && masters.IsGstRate(rate * 100))
            findings.Add(Rule.GstRateFraction, given, (rate * 100).ToString("0.###", CultureInfo.InvariantCulture), i);
        else
            findings.Add(Rule.GstRateUnknown, given, "one of " + Rates(masters), i);
    }

    private static string Rates(MasterData masters) =>
        string.Join(", ", masters.GstRates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)));
}
