using System.Text;

namespace OctaEInvoice.Engine.Operations.Registration;

/// <summary>What of a request counts when the journal compares it with an earlier one: its bytes, but not the letter case of the number, since inv/1 and INV/1 are one document.</summary>
internal static class RequestContent
{
    internal static byte[] Of(byte[] body, OctaInvoice invoice)
    {
        string number = invoice.DocumentNumber!;
        string upper = number.ToUpperInvariant();
        if (upper == number)
            return body;
        // The first member of this name is the document's number; a number holds nothing that JSON would escape.
        int found = body.AsSpan().IndexOf(Member(number));
        if (found < 0)
            return body;
        byte[] content = (byte[])body.Clone();
        Member(upper).CopyTo(content, found);
        return content;
    }

    private static byte[] Member(string number) => Encoding.UTF8.GetBytes("\"No\":\"" + number + "\"");
}
