namespace OctaEInvoice.Engine.Rules;

/// <summary>State codes as numbers: the schema takes 7 as well as 07.</summary>
internal static class StateNumber
{
    internal const int OtherCountry = 96;
    internal const int OtherTerritory = 97;

    /// <summary>In GSTINs only: registered with the centre, in no state.</summary>
    internal const int CentreJurisdiction = 99;

    /// <summary>The number of a state code, or of a GSTIN's first two digits; 0 when there is none.</summary>
    internal static int Of(string? code)
    {
        if (code is null || code.Length == 0 || code[0] is < '0' or > '9')
            return 0;
        int first = code[0] - '0';
        return code.Length > 1 && code[1] is >= '0' and <= '9' ? (first * 10) + code[1] - '0' : first;
    }
}
