using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>Makes entries of Errors with the text that the catalogue has for their codes.</summary>
internal static class Codes
{
    /// <summary>An entry.</summary>
    /// <param name="code">Octa's or NIC's code, as it goes over the wire.</param>
    /// <param name="values">What stands for {0}, {1} of NIC's text.</param>
    internal static ServerError Of(string code, params string[] values)
    {
        string message = ErrorCatalogue.Find(code)?.Meaning ?? "Error of the sandbox";
        for (int i = 0; i < values.Length; i++)
            message = message.Replace("{" + (char)('0' + i) + "}", values[i]);
        return new ServerError { Code = code, Message = message };
    }

    /// <summary>NIC's code, and before it Octa's code for the same where it has one.</summary>
    internal static ServerError[] WithOctas(string nicCode, params string[] values) =>
        ErrorCatalogue.Find(nicCode)?.NearestOctaCode is string octaCode ? [Of(octaCode), Of(nicCode, values)] : [Of(nicCode, values)];

    /// <summary>An invalid request (OCTA-300) and what is invalid about it.</summary>
    internal static ServerError Invalid(string what) => new() { Code = "OCTA-300", Message = what };
}
