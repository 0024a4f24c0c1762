namespace OctaEInvoice.Engine.Keys;

/// <summary>The form of a GSTIN: two digits of the state, ten characters of the PAN, three more, the last of which checks the others.</summary>
/// <remarks>Letters are capitals; who reads input upper-cases it first.</remarks>
internal static class Gstin
{
    /// <summary>What stands for the GSTIN of a person without registration.</summary>
    public const string Unregistered = "URP";

    private const int Length = 15;
    private const int StateLength = 2;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Whether the text has the form that NIC's schema asks for: two digits and thirteen digits or capital letters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False for null, URP, small letters, blanks and every other length.</returns>
    public static bool IsWellFormed(string? text)
    {
        if (text is null || text.Length != Length)
            return false;
        for (int i = 0; i < Length; i++)
            if (!IsAllowedAt(i, text[i]))
                return false;
        return true;
    }

    /// <summary>The fifteenth character that belongs to the first fourteen.</summary>
    /// <param name="text">A GSTIN, or its first fourteen characters.</param>
    /// <returns>A digit or capital letter.</returns>
    /// <exception cref="ArgumentException">Fewer than fourteen characters, or another character than digits and capital letters.</exception>
    public static char CheckDigitOf(string text)
    {
        if (text.Length < Length - 1)
            throw new ArgumentException($"'{text}' has fewer than {Length - 1} characters.", nameof(text));
        int sum = 0;
        for (int i = 0; i < Length - 1; i++)
        {
            int value = ValueOf(text[i]);
            if (value < 0)
                throw new ArgumentException($"'{text}' has a character that no GSTIN has: '{text[i]}'.", nameof(text));
            int product = value * (i % 2 == 0 ? 1 : 2);
            sum += (product / Alphabet.Length) + (product % Alphabet.Length);
        }
        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }

    /// <summary>Whether a GSTIN is well formed and its check digit right. NIC's own test GSTINs are well formed only.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for a GSTIN that can have been issued.</returns>
    public static bool HasValidCheckDigit(string? text) => IsWellFormed(text) && text![Length - 1] == CheckDigitOf(text);

    /// <summary>The state that issued a GSTIN.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The two-digit state code, or null when the text is no well-formed GSTIN.</returns>
    public static string? StateCodeOf(string? text) => IsWellFormed(text) ? text!.Substring(0, StateLength) : null;

    private static bool IsAllowedAt(int index, char character) =>
        index < StateLength ? character is >= '0' and <= '9' : ValueOf(character) >= 0;

    private static int ValueOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        _ => -1,
    };
}
