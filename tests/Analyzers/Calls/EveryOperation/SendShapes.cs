namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>The methods that send, and the requests that they are given.</summary>
internal static class SendShapes
{
    public static IReadOnlyList<CallShape> All { get; } =
    [
        By("GetStringAsync", "GET", "_ = client.GetStringAsync(@);"),
        By("GetStreamAsync with a token", "GET", "_ = client.GetStreamAsync(@, cancel);"),
        By("GetByteArrayAsync", "GET", "_ = client.GetByteArrayAsync(@);"),
        By("GetAsync with an option and a token", "GET", "_ = client.GetAsync(@, HttpCompletionOption.ResponseHeadersRead, cancel);"),
        By("GetAsync with names", "GET", "_ = client.GetAsync(cancellationToken: cancel, requestUri: @);"),
        By("GetFromJsonAsync", "GET", "_ = client.GetFromJsonAsync<JsonElement>(@, cancel);"),
        By("an awaited call", "GET", "await client.GetFromJsonAsync<JsonElement>(@);") with { IsAsync = true },
        By("GetFromJsonAsync with a type", "GET", "_ = client.GetFromJsonAsync(@, typeof(JsonElement));"),
        By("GetFromJsonAsync as a static method", "GET", "_ = HttpClientJsonExtensions.GetFromJsonAsync<JsonElement>(client, @);"),
        By("GetFromJsonAsync as a static method with names", "GET", "_ = HttpClientJsonExtensions.GetFromJsonAsync<JsonElement>(requestUri: @, client: client);"),
        By("GetFromJsonAsAsyncEnumerable", "GET", "await foreach (var item in client.GetFromJsonAsAsyncEnumerable<JsonElement>(@)) { }") with { IsAsync = true },
        By("PostAsync with a token", "POST", "_ = client.PostAsync(@, new StringContent(\"{}\"), cancel);"),
        By("PostAsync with names", "POST", "_ = client.PostAsync(content: null, requestUri: @);"),
        By("PostAsJsonAsync", "POST", "_ = client.PostAsJsonAsync(@, new { name = \"web-1\" }, cancel);"),
        By("PostAsJsonAsync as a static method", "POST", "_ = HttpClientJsonExtensions.PostAsJsonAsync(client, @, 1);"),
        By("PutAsJsonAsync", "PUT", "_ = client.PutAsJsonAsync(@, new { name = \"web-1\" });"),
        By("PutAsync with a token", "PUT", "_ = client.PutAsync(@, null, cancel);"),
        By("PatchAsJsonAsync", "PATCH", "_ = client.PatchAsJsonAsync(@, new { name = \"web-1\" });"),
        By("PatchAsync with a token", "PATCH", "_ = client.PatchAsync(@, null, cancel);"),
        By("DeleteAsync with a token", "DELETE", "_ = client.DeleteAsync(@, cancel);"),
        By("DeleteFromJsonAsync", "DELETE", "_ = client.DeleteFromJsonAsync<JsonElement>(@, cancel);"),
        Sent("HttpMethod's property", "HttpMethod.$"),
        Sent("new HttpMethod of small letters", operation => $"new HttpMethod(\"{operation.Operation.Method.ToLowerInvariant()}\")"),
        Sent("new() of a text", operation => $"new(\"{operation.Operation.Method}\")"),
        Sent("HttpMethod.Parse", operation => $"HttpMethod.Parse(\"{operation.Operation.Method}\")"),
        Sent("HttpMethods", "new HttpMethod(HttpMethods.$)"),
        Sent("a constant verb", "new HttpMethod(Verb§)") with { Members = (operation, number) => $"private const string Verb{number} = \"{operation.Operation.Method}\";" },
        Sent("a verb in a field", "Verb§") with { Members = (operation, number) => $"private static readonly HttpMethod Verb{number} = HttpMethod.{operation.Verb};" },
        Sent("another file's verb", "OtherFile.Verb§") with { OtherFile = (operation, number) => $"public static readonly HttpMethod Verb{number} = new(\"{operation.Operation.Method}\");" },
        Body("a verb in a local", "var verb = HttpMethod.$; _ = client.SendAsync(new HttpRequestMessage(verb, @), cancel);"),
        Body("either verb is the same", "_ = client.SendAsync(new HttpRequestMessage(page > 1 ? HttpMethod.$ : new HttpMethod(\"VERB\"), @));"),
        Body("a request in a local", "using var request = new HttpRequestMessage(HttpMethod.$, @); request.Headers.Add(\"X-Trace\", \"1\"); _ = client.SendAsync(request);"),
        Body("a request in a using block", "using (var request = new HttpRequestMessage(HttpMethod.$, @)) { _ = client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel); }"),
        Body("a request with an initializer", "_ = client.SendAsync(new HttpRequestMessage { Method = HttpMethod.$, RequestUri = new Uri(@, UriKind.Relative), Content = null });"),
        Body("a request in a local with an initializer", "var request = new HttpRequestMessage { Method = HttpMethod.$, RequestUri = new(@, UriKind.Relative) }; _ = client.SendAsync(request);"),
        Body("a request that is filled later", "var request = new HttpRequestMessage(); request.Method = HttpMethod.$; request.RequestUri = new Uri(@, UriKind.Relative); _ = client.SendAsync(request);"),
        Body("a request that is made for something else", "var request = new HttpRequestMessage(HttpMethod.Head, \"/v2/nothing\"); request.RequestUri = new Uri(@, UriKind.Relative); request.Method = HttpMethod.$; _ = client.SendAsync(request);"),
        Body("a request of either kind", "_ = client.SendAsync(page > 1 ? new HttpRequestMessage(HttpMethod.$, @) : new(HttpMethod.$, @));") with { Requests = 2 },
        Body("a request by a method", "_ = client.SendAsync(Request(HttpMethod.$, @)); static HttpRequestMessage Request(HttpMethod verb, string path) => new(verb, path);"),
        Body("a request with a Uri", "_ = client.SendAsync(new HttpRequestMessage(HttpMethod.$, new Uri(client.BaseAddress!, @)));"),
        Body("Send", "_ = client.Send(new HttpRequestMessage(HttpMethod.$, @), cancel);"),
        Body("an invoker's SendAsync", "_ = ((HttpMessageInvoker)client).SendAsync(new HttpRequestMessage(HttpMethod.$, @), cancel);"),
        Body("a request to an absolute address by anybody's client", "_ = anybodys.SendAsync(new HttpRequestMessage(HttpMethod.$, \"https://api.digitalocean.com\" + @));") with { IsAbsolute = true },
    ];

    private static CallShape By(string name, string verb, string body) =>
        new(name, operation => operation.Operation.Method == verb ? body.Replace("@", $"$\"{operation.Interpolated}\"", StringComparison.Ordinal) : null);

    private static CallShape Sent(string name, string verb) => Sent(name, _ => verb);

    private static CallShape Sent(string name, Func<OperationCase, string> verb) =>
        new(name, operation => Fill($"_ = client.SendAsync(new HttpRequestMessage({verb(operation)}, @));", operation));

    private static CallShape Body(string name, string body) => new(name, operation => Fill(body, operation));

    private static string Fill(string body, OperationCase operation) => body
        .Replace("$", operation.Verb, StringComparison.Ordinal)
        .Replace("VERB", operation.Operation.Method, StringComparison.Ordinal)
        .Replace("@", $"$\"{operation.Interpolated}\"", StringComparison.Ordinal);
}
