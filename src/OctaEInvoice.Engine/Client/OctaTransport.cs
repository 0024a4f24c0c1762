using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Client;

/// <summary>Sends one request and says what its answer proves. It never throws for what a server or a network does.</summary>
internal sealed class OctaTransport : IDisposable
{
    private const int MaxBytes = 64 * 1024 * 1024;
    private const int ShownCharacters = 200;

    private readonly HttpClient client;
    private readonly Uri baseUri;
    private readonly AuthenticationHeaderValue authorization;
    private readonly TimeProvider clock;
    private Address? last;

    internal OctaTransport(ClientSettings settings)
    {
        baseUri = ServerAddress.Checked(settings.BaseUri);
        authorization = BasicAuthorization.Header(settings.Credential);
        clock = settings.Clock;
        client = new HttpClient(HandlerFactory.Create(settings), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.ExpectContinue = false;
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("OctaEInvoice", UserAgentVersion()));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Sends a request.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="pathAndQuery">Path below the base address.</param>
    /// <param name="body">UTF-8 JSON of a POST.</param>
    /// <param name="read">Makes the value of a success.</param>
    /// <param name="cancellation">Ends the attempt; the only thing this method throws for. It is the only bound in time too.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    internal async Task<ServerAnswer<T>> SendAsync<T>(HttpMethod method, string pathAndQuery, ReadOnlyMemory<byte> body, Func<AnswerFields, T> read, CancellationToken cancellation)
        where T : class
    {
        try
        {
            using HttpRequestMessage request = Request(method, pathAndQuery, body);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            byte[]? bytes = await BodyAsync(response, cancellation).ConfigureAwait(false);
            return bytes is null
                ? Unclear<T>(response, $"The answer is longer than {MaxBytes / 1024 / 1024} MB.")
                : Answer(response, bytes, read);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ServerAnswer<T> { Kind = AnswerKind.Unclear, Detail = "The connection could not be made in time." };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or WebException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new ServerAnswer<T> { Kind = NetworkFaults.WasNeverSent(fault) ? AnswerKind.NotSent : AnswerKind.Unclear, Detail = NetworkFaults.Describe(fault) };
        }
    }

    public void Dispose() => client.Dispose();

    private static string UserAgentVersion() => typeof(OctaTransport).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private HttpRequestMessage Request(HttpMethod method, string pathAndQuery, ReadOnlyMemory<byte> body)
    {
        var request = new HttpRequestMessage(method, AddressOf(pathAndQuery));
        request.Headers.Authorization = authorization;
        if (method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(Array(body, out int offset, out int count), offset, count);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }
        return request;
    }

    // All documents of a run are posted to one address; parsing it again for each costs as much as writing the document.
    private Uri AddressOf(string pathAndQuery)
    {
        Address? known = last;
        if (known?.PathAndQuery != pathAndQuery)
            last = known = new Address(pathAndQuery, new Uri(baseUri, pathAndQuery));
        return known!.Uri;
    }

    private static byte[] Array(ReadOnlyMemory<byte> body, out int offset, out int count)
    {
        if (System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out ArraySegment<byte> segment))
        {
            offset = segment.Offset;
            count = segment.Count;
            return segment.Array!;
        }
        byte[] copy = body.ToArray();
        offset = 0;
        count = copy.Length;
        return copy;
    }

    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content is null)
            return [];
        if (response.Content.Headers.ContentLength > MaxBytes)
            return null;
#if NETFRAMEWORK
        using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        // On .NET Framework reading a body does not watch the token: closing the stream ends it.
        using CancellationTokenRegistration closing = cancellation.Register(stream.Dispose);
#else
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
#endif
        using var memory = new MemoryStream((int)(response.Content.Headers.ContentLength ?? 4096));
        byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (true)
            {
                int count = await ReadAsync(stream, buffer, cancellation).ConfigureAwait(false);
                if (count == 0)
                    return memory.Length == memory.Capacity ? memory.GetBuffer() : memory.ToArray();
                if (memory.Length + count > MaxBytes)
                    return null;
                memory.Write(buffer, 0, count);
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(buffer, 0, buffer.Length, cancellation).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    private ServerAnswer<T> Answer<T>(HttpResponseMessage response, byte[] bytes, Func<AnswerFields, T> read)
        where T : class
    {
        // The body's word counts first, whatever the status; then Octa's headers; then the bare status (nic-rules 4).
        using JsonDocument? document = LenientJson.Parse(bytes);
        AnswerFields? fields = document is null ? null : new AnswerFields(document.RootElement);
        IReadOnlyList<ServerError> errors = fields?.Errors ?? [];
        int status = (int)response.StatusCode;
        if (fields?.Success == true && errors.Count == 0)
            return new ServerAnswer<T> { Kind = AnswerKind.Success, HttpStatus = status, Value = read(fields) };
        if (status == 429)
            return new ServerAnswer<T> { Kind = AnswerKind.Throttled, HttpStatus = status, Errors = errors, RetryAfter = RetryAfter(response), Detail = "HTTP 429: too many requests." };
        if (errors.Count == 0)
            errors = HeaderErrors(response);
        if (errors.Count > 0)
            return new ServerAnswer<T> { Kind = AnswerKind.Refused, HttpStatus = status, Errors = errors, RetryAfter = RetryAfter(response), Detail = string.Join("; ", errors) };
        if (status is 401 or 403)
            return Refused<T>(status, response.ReasonPhrase);
        return Unclear<T>(
            response,
            status is >= 300 and < 400 ? Redirect(response) : Strange(status, bytes, fields),
            isNoEndpoint: status is 404 or 405 or 410 && fields?.Success is null);
    }

    private static ServerAnswer<T> Refused<T>(int status, string? reason)
        where T : class
    {
        string code = string.Format(CultureInfo.InvariantCulture, "HTTP-{0}", status);
        return new ServerAnswer<T>
        {
            Kind = AnswerKind.Refused,
            HttpStatus = status,
            Errors = [new ServerError { Code = code, Message = status == 401 ? "The server refused Key Id and Key Secret." : "The server denied access." }],
            Detail = $"HTTP {status} {reason}",
        };
    }

    private ServerAnswer<T> Unclear<T>(HttpResponseMessage response, string detail, bool isNoEndpoint = false)
        where T : class => new()
        {
            Kind = AnswerKind.Unclear,
            HttpStatus = (int)response.StatusCode,
            RetryAfter = RetryAfter(response),
            Detail = detail,
            IsNoEndpoint = isNoEndpoint,
        };

    // The key would travel along to wherever the answer points. Only the host is named: the rest may be anybody's text.
    private static string Redirect(HttpResponseMessage response) => string.Format(
        CultureInfo.InvariantCulture,
        "HTTP {0}: the server sends the caller on{1}, and redirects are not followed. Check the base address.",
        (int)response.StatusCode,
        response.Headers.Location is { IsAbsoluteUri: true } location ? " to " + location.Host : "");

    private static string Strange(int status, byte[] bytes, AnswerFields? fields)
    {
        string what = bytes.Length == 0 ? "an empty answer" : fields is null ? "an answer that is not JSON" : "an answer without Success and Errors";
        string text = LenientJson.Utf8Text(new ReadOnlyMemory<byte>(bytes, 0, Math.Min(bytes.Length, ShownCharacters * 3)));
        string begin = text.Length > ShownCharacters ? text.Substring(0, ShownCharacters) + "..." : text;
        return string.Format(CultureInfo.InvariantCulture, "HTTP {0} with {1}{2}", status, what, begin.Length == 0 ? "." : ": " + begin.Replace('\r', ' ').Replace('\n', ' '));
    }

    private static List<ServerError> HeaderErrors(HttpResponseMessage response)
    {
        string? code = Header(response, "Octa-ErrorCode");
        string? message = Header(response, "Octa-ErrorMessage");
        return code is null && message is null ? [] : [new ServerError { Code = code ?? "", Message = message ?? "" }];
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values).Trim() : null;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        RetryConditionHeaderValue? value = response.Headers.RetryAfter;
        if (value?.Delta is TimeSpan delta)
            return delta;
        if (value?.Date is not DateTimeOffset date)
            return null;
        TimeSpan wait = date - (response.Headers.Date ?? clock.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private sealed record Address(string PathAndQuery, Uri Uri);
}
