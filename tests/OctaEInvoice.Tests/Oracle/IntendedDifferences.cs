namespace OctaEInvoice.Tests.Oracle;

/// <summary>Where the module means to judge otherwise than NIC's schema, with the reason.</summary>
internal static class IntendedDifferences
{
    internal const string RealDays = "the schema takes 31/02/2026: days that are in no calendar are refused here";
    internal const string LastYear = "the schema refuses days after its last year: they are a warning here, since the portal will go on and the list of years ages";
    internal const string ShortPrecedingNumber = "the schema wants two characters of PrecDocDtls.InvNo although its minimum is one: the later list takes one";
    internal const string Decimals = "the schema has no multipleOf: more than two (three) decimals are refused by GSTN's later list";
    internal const string ControlCharacters = "the schema takes control characters, the portal's JSON parser does not";
    internal const string LineBreaks = "line breaks and tabs of a cell become blanks when they are read";
    internal const string NumbersAsText = "numbers are read from text, as a CSV file or a form gives them";
    internal const string TextFromNumbers = "codes are read from numbers and truth values, as a spreadsheet gives them; the wire has text";
    internal const string YesNoFromFlags = "Y and N are read from true and false";
    internal const string LetterCase = "codes are upper-cased when they are read";
    internal const string EmptyIsAbsent = "an empty text counts as absent and is not sent";
    internal const string OtherDates = "days are read in the other fixed formats too; the wire has dd/MM/yyyy";
    internal const string Version = "the schema takes any version: the portal takes 1.1 alone (2279)";
    internal const string Irn = "an IRN is never sent, so its form does not matter";
    internal const string Unwrapped = "a list of one that a serialiser has unwrapped is read as a list";
    internal const string PhoneBlanks = "blanks and hyphens of telephone and vehicle numbers are left out when they are read";
    internal const string ZeroOfState = "a one-digit state code gets its zero when it is read";
}
