namespace OctaEInvoice.Sandbox.Http;

/// <summary>Which handler answers which path and method. An unknown path is answered by 404, another method by 405 with Allow; HEAD goes to GET's handler.</summary>
internal sealed class HttpRoutes
{
    private readonly Dictionary<string, SortedDictionary<string, Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>>>> paths =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a handler answer one path and method. All routes are added before the first request.</summary>
    /// <param name="method">Method in upper case.</param>
    /// <param name="path">Path from the root; its letter case doesn't matter.</param>
    /// <param name="handler">What answers.</param>
    /// <returns>These routes.</returns>
    /// <exception cref="ArgumentException">The path has a handler for that method already.</exception>
    public HttpRoutes Add(string method, string path, Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>> handler)
    {
        if (!paths.TryGetValue(path, out SortedDictionary<string, Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>>>? methods))
            paths.Add(path, methods = new(StringComparer.Ordinal));
        methods.Add(method, handler);
        return this;
    }

    /// <summary>Hands a request to its handler.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Cancelled when the server stops.</param>
    /// <returns>The handler's answer, or 404 or 405.</returns>
    public ValueTask<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!paths.TryGetValue(request.Path, out SortedDictionary<string, Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>>>? methods))
            return new(HttpResponse.FromText(404, $"There is nothing at {request.Path}."));
        if (methods.TryGetValue(request.IsHead ? "GET" : request.Method, out Func<HttpRequest, CancellationToken, ValueTask<HttpResponse>>? handler))
            return handler(request, cancellation);
        string allowed = string.Join(", ", methods.Keys);
        HttpResponse refusal = HttpResponse.FromText(405, $"{request.Path} answers {allowed}, not {request.Method}.");
        return new(refusal with { Headers = [new("Allow", methods.ContainsKey("GET") ? $"{allowed}, HEAD" : allowed)] });
    }
}
