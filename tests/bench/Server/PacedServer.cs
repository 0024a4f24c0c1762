using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OctaEInvoice.Bench.Server;

/// <summary>
/// Answers generateirn after a set delay and with as little work as possible, so that the client is what is measured. No sandbox: it checks
/// nothing and remembers nothing but how many documents it was asked for.
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
        await context.Request.Body.CopyToAsync(Stream.Null);
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay);
        byte[] answer = Answer(Interlocked.Increment(ref documents));
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    /// <summary>The answer to one document.</summary>
    /// <param name="number">Makes the IRN one that no other document has.</param>
    internal static byte[] Answer(long number) => [.. BeforeIrn, .. Encoding.ASCII.GetBytes(number.ToString("x64", CultureInfo.InvariantCulture)), .. AfterIrn];

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
