using System.Text;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Schema;

namespace OctaEInvoice.Tests.Input;

/// <summary>Prints docs/csv-format.md from the table of fields.</summary>
internal static class CsvFormatPage
{
    private static readonly (string Path, string Title)[] Sections =
    [
        ("", "The document"),
        ("TranDtls", "Kind of supply"),
        ("DocDtls", "Type, number and date"),
        ("SellerDtls", "Seller"),
        ("BuyerDtls", "Buyer"),
        ("DispDtls", "Dispatch from, when the goods do not leave from the seller's address"),
        ("ShipDtls", "Ship to, when the goods do not go to the buyer's address"),
        ("ItemList[]", "Lines: one in every row"),
        ("ValDtls", "Totals"),
        ("PayDtls", "Payment"),
        ("RefDtls", "References"),
        ("AddlDocDtls[]", "Supporting documents"),
        ("ExpDtls", "Export"),
        ("EwbDtls", "E-way bill, when it is to be made together with the IRN"),
    ];

    private static readonly string[] FilledIn =
        ["Version", "TranDtls.TaxSch", "TranDtls.SupTyp", "SellerDtls.Stcd", "BuyerDtls.Pos", "BuyerDtls.Stcd", "ItemList[].SlNo", "ItemList[].IsServc"];

    private static readonly string[] Computed = ["ItemList[].TotAmt", "ItemList[].AssAmt", "ItemList[].TotItemVal", "ValDtls.AssVal", "ValDtls.TotInvVal"];

    private static readonly string[] ForGoods = ["ItemList[].Qty", "ItemList[].Unit"];

    private static readonly string[] OptionalParts = ["DispDtls", "ShipDtls", "ItemList[].BchDtls", "RefDtls.", "EwbDtls"];

    internal static string Print()
    {
        var page = new StringBuilder();
        page.Append(Text.ReplaceLineEndings("\n"));
        foreach ((string path, string title) in Sections)
            PrintSection(page, title, [.. FieldTable.All.Where(facts => ObjectOf(facts) == path)]);
        return page.ToString();
    }

    /// <summary>When a field has to be given: yes, goods, profile, filled in, computed, part; empty when never.</summary>
    internal static string Obligation(FieldFacts facts)
    {
        if (ForGoods.Contains(facts.Path))
            return "goods";
        if (!facts.Required)
            return "";
        if (FilledIn.Contains(facts.Path))
            return "filled in";
        if (Computed.Contains(facts.Path))
            return "computed";
        if (facts.Path.StartsWith("SellerDtls.", StringComparison.Ordinal))
            return "profile";
        return OptionalParts.Any(part => facts.Path.StartsWith(part, StringComparison.Ordinal)) ? "part" : "yes";
    }

    private static void PrintSection(StringBuilder page, string title, List<FieldFacts> fields)
    {
        page.Append("\n### ").Append(title).Append("\n\n| column | NIC's path | what it accepts | required | meaning | code |\n|---|---|---|---|---|---|\n");
        foreach (FieldFacts facts in fields)
            page.Append("| `").Append(facts.Column).Append(ColumnNames.IsNumbered(facts) ? "` (1, 2, …)" : "`")
                .Append(" | `").Append(facts.Path)
                .Append("` | ").Append(Cell(Accepts(facts)))
                .Append(" | ").Append(Obligation(facts))
                .Append(" | ").Append(Cell(facts.Description))
                .Append(" | [").Append(facts.Code).Append("](errors.md#").Append(facts.Code.ToLowerInvariant()).Append(") |\n");
    }

    private static string Accepts(FieldFacts facts)
    {
        const string freeText = "text without \" and \\, ";
        string constraint = facts.Constraint();
        return constraint.StartsWith(freeText, StringComparison.Ordinal) ? constraint[freeText.Length..] : constraint;
    }

    private static string ObjectOf(FieldFacts facts)
    {
        int dot = facts.Path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? "" : facts.Path[..dot];
    }

    private static string Cell(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private const string Text = """
        # Columns of invoice rows

        A row is one line of a document; rows with the same seller, financial year, document type and document number make one document. `Import-Csv`, ImportExcel and database queries all give such rows:

        ```powershell
        Import-Csv invoices.csv -Encoding UTF8 | Test-OctaInvoice -Detailed
        Import-Csv invoices.csv -Encoding UTF8 | New-OctaIrn
        ```

        [examples/invoices.csv](../examples/invoices.csv) shows documents of all kinds, [examples/broken.csv](../examples/broken.csv) what is refused. The list of all columns is made from the module's table of fields, so change the table, not this page.

        ## How a column is found

        In this order, wherever it stands in the file:

        1. by the user's own column map, `-ColumnMap`: a hashtable, or the path of a .psd1 file that holds one, such as [examples/own-columns.psd1](../examples/own-columns.psd1). `@{ 'Bill No' = 'DocumentNumber' }` and `@{ DocumentNumber = 'Bill No' }` say the same
        2. by the name in the tables below
        3. by NIC's path, such as `BuyerDtls.Gstin` or `ItemList.HsnCd`; `[]` may be left out

        Letter case, blanks, underscores and hyphens don't count: `HSN Code` is `HsnCode`. A column that names no field is not read; a warning names it once, with the nearest name. The same goes for a second column with the same meaning.

        Fields of which there can be several (marked "1, 2, …") take a number: `AttributeName`, `AttributeName2`, `AttributeName3`, up to 100. Gaps are closed.

        ## Which rows make a document

        - Rows of one document need not stand together: all rows are read before the first document is sent. With `-Grouped` they have to, and documents are sent as soon as the next one begins.
        - Document number, type and date belong into every row (the seller too, unless a profile gives it). A row without them holds back the documents that it may belong to: it is never taken for a line of the document above it.
        - `inv-1` and `INV-1` are one document, as at the portal.
        - Other values of the whole document (buyer, totals, transport) may stand in every row or in the first alone; where rows give them twice, they have to agree. `1,000` and `1000.00` agree.
        - A row that repeats another in every cell gets a warning: a file exported twice would double the amounts. Where a line is meant twice, number the lines in `LineNumber`.
        - Blank rows are skipped. Row numbers in messages count from 1 without the header, blank rows included.

        ## How values are written

        The account's culture never matters: the same file reads the same on every machine.

        | value | written | notes |
        |---|---|---|
        | number | `1290850`, `12908.50`, `1,23,456.00`, `123,456.00` | point before the decimals, commas only as complete groups: `12908,50` is refused. No currency sign. Zeros beyond the allowed decimals are cut, other digits there are refused |
        | rate | `18`, `18%`, `0.25` | in percent; `0.18` for 18 % is refused |
        | date | `15/11/2026`, `15-11-2026`, `15-Nov-2026`, `2026-11-15` | day before month. A time of midnight may follow. A day to come after the last year of NIC's published schema (2029; for batches and periods 2059) is a warning |
        | date of an example | `D`, `D-3`, `D+30` | today in India, three days before, thirty days after: see below |
        | yes or no | `Y`, `N`, `Yes`, `No`, `TRUE`, `FALSE` | |
        | document type | `INV`, `CRN`, `DBN`, `Invoice`, `Credit Note`, `Debit Note` | |
        | state | `27`, `7`, `27-Maharashtra` | the zero of `07` comes back by itself |
        | unit | `NOS`, `NOS-NUMBERS` | |
        | mode of transport | `1` to `4`, `Road`, `Rail`, `Air`, `Ship` | |
        | vehicle type | `R`, `O`, `Regular`, `ODC` | |
        | GSTIN, codes | any letter case | |
        | PIN, telephone, vehicle | blanks don't count | nor do hyphens in telephone and vehicle numbers |
        | text | any script, without `"` and `\` | blanks around it are cut, line breaks become blanks |

        ### Dates of examples

        The files in [examples](../examples) have dates that are counted from today, so that they are right on any day: `D` is today in India, `D-3` three days before, `D+30` thirty days after (a capital D, then at most four digits). They are read in the sandbox, and where no server is asked and no connection to a real one is open (Test-OctaInvoice, ConvertTo-OctaInvoice); all of one input is counted from one day. A real gateway never gets them: there such a date is an error of its field, and so is a document that ConvertTo-OctaInvoice made with one (its CountedDates name them). A plot number D-3 in a shifted column is thus never registered as a date. In other columns `D-3` is text like any other.

        Cells may be typed, as ImportExcel and databases give them: dates, numbers, truth values, DBNull.

        What a spreadsheet has damaged is refused, with what to do: `1.23E+14` and numbers of more than 15 digits where a code belongs, HSN codes of 3, 5 or 7 digits (a leading zero is gone), document numbers that became dates (`1-Nov`, `Nov-26`), letters that a wrong encoding lost.

        ## What is filled in

        | field | from |
        |---|---|
        | `SchemaVersion`, `TaxScheme` | `1.1`, `GST` |
        | `SupplyType`, `ReverseCharge` | `B2B`, `N` |
        | seller | the profile: GSTIN, names, telephone, e-mail; the address as a whole, where the row has none. A row with the GSTIN of another seller is refused |
        | `SellerStateCode`, `BuyerStateCode` | the GSTIN |
        | `PlaceOfSupply` | the buyer's state, with a note |
        | `BuyerGstin`, `BuyerStateCode`, `PlaceOfSupply`, `BuyerPin` of an export | `URP`, `96`, `96`, `999999` |
        | `LineNumber` | the order of the rows |
        | `IsService` | `Y` for HSN codes that begin with 99, else `N` |

        ## What is computed

        Amounts that a row gives are kept and checked; those that it leaves out are computed, each rounded to paise, half a paisa up:

        | field | computed as |
        |---|---|
        | `GrossAmount` | `Quantity` × `UnitPrice`; without a quantity, `UnitPrice` |
        | `UnitPrice` | `GrossAmount` / `Quantity` |
        | `TaxableValue` | `GrossAmount` − `ItemDiscount` |
        | `IgstAmount` | `TaxableValue` × `GstRate` / 100, when seller and place of supply are in two states, for exports, SEZ and `IgstOnIntra` Y; 0 for EXPWOP and SEZWOP |
        | `CgstAmount`, `SgstAmount` | `TaxableValue` × `GstRate` / 200 each, within a state |
        | `CessAmount`, `StateCessAmount` | `TaxableValue` × `CessRate` / 100, `TaxableValue` × `StateCessRate` / 100 |
        | `ItemTotal` | `TaxableValue` + taxes and cesses + `ItemOtherCharges`; without the taxes under reverse charge |
        | `TotalTaxableValue` and the other totals of taxes | sums over the lines |
        | `RoundOff` | what a given `InvoiceTotal` differs by, if less than a rupee |
        | `InvoiceTotal` | sum of `ItemTotal` − `InvoiceDiscount` + `InvoiceOtherCharges` + `RoundOff` |

        ## All columns

        "Required" says: **yes**, always; **goods**, for lines of goods; **profile**, unless the profile gives it; **filled in** and **computed**, needed by the portal and provided by the module where the row leaves it out; **part**, as soon as another column of the same part (dispatch, ship-to, batch, period, preceding document, e-way bill) is given. Length counts characters. The code is what an invalid value is reported as, here and by the server.

        """;
}
