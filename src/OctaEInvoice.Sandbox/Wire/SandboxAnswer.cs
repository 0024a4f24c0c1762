using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OctaEInvoice.Sandbox.Http;

namespace OctaEInvoice.Sandbox.Wire;

/// <summary>What an endpoint answers, as JSON in Octa's style.</summary>
internal sealed class SandboxAnswer
{
    private const string Challenge = "Basic realm=\"Octa sandbox\", charset=\"UTF-8\"";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SandboxAnswer(HttpResponse response) => Response = response;

    internal HttpResponse Response { get; }

    /// <summary>True when the request itself was faulty, so that NIC would count it against the client.</summary>
    internal bool IsBadRequest { get; private init; }

    /// <summary>Success: true, and what belongs to it.</summary>
    internal static SandboxAnswer Success(Action<Utf8JsonWriter> write) => new(new HttpResponse(200, Body(writer =>
    {
        writer.WriteBoolean("Success", true);
        write(writer);
    })));

    /// <summary>Success: false for what is or isn't at the portal. Octa's HTTP status for it is not documented; 200 here.</summary>
    internal static SandboxAnswer Refusal(params ServerError[] errors) => new(Refused(200, errors));

    /// <summary>Success: false for a faulty request.</summary>
    internal static SandboxAnswer BadRequest(params ServerError[] errors) => new(Refused(200, errors)) { IsBadRequest = true };

    /// <summary>An error in the style of Octa's newest pages: HTTP status and headers instead of a body.</summary>
    internal static SandboxAnswer ByHeaders(ServerError error) => new(HttpResponse.FromText(400, "") with
    {
        Headers = [new("Octa-ErrorCode", error.Code), new("Octa-ErrorMessage", error.Message)],
    });

    /// <summary>A bare HTTP status as a proxy or an overloaded server gives it: a page of HTML, and Retry-After for 429.</summary>
    internal static SandboxAnswer Bare(int status)
    {
        byte[] page = Encoding.UTF8.GetBytes($"<html><body><h1>{status}</h1></body></html>");
        HttpResponse response = new(status, page, "text/html; charset=utf-8");
        return new SandboxAnswer(status == 429 ? response with { Headers = [new("Retry-After", "1")] } : response);
    }

    /// <summary>The answer to a wrong Key Id or Key Secret.</summary>
    internal static SandboxAnswer WrongLogin() => new(Refused(401, [Codes.Of("52")]) with { Headers = [new("WWW-Authenticate", Challenge)] });

    private static HttpResponse Refused(int status, ServerError[] errors) => new(status, Body(writer =>
    {
        writer.WriteBoolean("Success", false);
        writer.WriteStartArray("Errors");
        foreach (ServerError error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("Code", error.Code);
            writer.WriteString("Message", error.Message);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }));

    private static ReadOnlyMemory<byte> Body(Action<Utf8JsonWriter> write)
    {
        MemoryStream stream = new(1024);
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return new ReadOnlyMemory<byte>(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
