using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OctaEInvoice.Engine.Keys;

namespace OctaEInvoice.Bench.Server;

/// <summary>
/// Answers generateirn after a set delay and with as little work as possible, so that the client is what is measured. No sandbox: it checks
/// nothing, signs nothing, and remembers nothing but how many documents it was asked for.
/// </summary>
internal static class PacedServer
{
    // What a signed invoice of one line and its signed QR code measure as JWT.
    private const int SignedInvoiceCharacters = 3400;
    private const int SignedQrCodeCharacters = 1100;

    private static readonly byte[] BeforeIrn = Encoding.ASCII.GetBytes("{\"Success\":true,\"Errors\":[],\"AckNo\":\"112026112200001\",\"AckTime\":\"2026-11-22 10:00:00\",\"Irn\":\"");
    private static readonly byte[] AfterIrn = Encoding.ASCII.GetBytes(
        "\",\"IrnStatus\":\"ACT\",\"SignedInvoice\":\"" + Jwt(SignedInvoiceCharacters) + "\",\"SignedQRCode\":\"" + Jwt(SignedQrCodeCharacters) + "\"}");

    private static long documents;

    /// <summary>Runs until standard input ends; the first line printed is the address.</summary>
    /// <param name="delay">Time from a request's end to its answer.</param>
    internal static async Task RunAsync(TimeSpan delay)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        await using WebApplication app = builder.Build();
        app.MapPost("/api/einvoice/generateirn", context => AnswerAsync(context, delay));
        app.MapGet("/documents", context => context.Response.WriteAsync(Interlocked.Read(ref documents).ToString(CultureInfo.InvariantCulture)));
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext context, TimeSpan delay)
    {
        byte[] body = new byte[(int)(context.Request.ContentLength ?? throw new InvalidOperationException("The request says no length."))];
        await context.Request.Body.ReadExactlyAsync(body);
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay);
        Interlocked.Increment(ref documents);
        byte[] answer = Answer(body);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    /// <summary>The answer to one document, under the IRN that it has to have.</summary>
    /// <param name="request">The request's bytes.</param>
    internal static byte[] Answer(ReadOnlySpan<byte> request) =>
        [.. BeforeIrn, .. Encoding.ASCII.GetBytes(IrnHash.Compute(Value(request, "SellerDtls", "Gstin"), Year(Value(request, "DocDtls", "Dt")), Value(request, "DocDtls", "Typ"), Value(request, "DocDtls", "No"))), .. AfterIrn];

    private static string Year(string date) => FinancialYear.Of(IndiaDate.TryParse(date, out IndiaDate day) ? day : throw new FormatException(date));

    private static string Value(ReadOnlySpan<byte> json, string part, string name)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && !reader.ValueTextEquals(part))
            reader.Skip();
        reader.Read();
        while (reader.Read() && !reader.ValueTextEquals(name))
            reader.Skip();
        reader.Read();
        return reader.GetString()!;
    }

    private static string Jwt(int characters)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char[] text = new char[characters];
        for (int i = 0; i < text.Length; i++)
            text[i] = Alphabet[i * 37 % 64];
        text[characters / 10] = text[characters / 10 * 9] = '.';
        return new string(text);
    }
}
