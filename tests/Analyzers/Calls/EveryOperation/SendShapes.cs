namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>The methods that send, and the requests that they are given.</summary>
internal static class SendShapes
{
    public static IReadOnlyList<CallShape> All { get; } =
    [
        By("GetStringAsync", "GET", "await client.GetStringAsync(@);"),
        By("GetStreamAsync with a token", "GET", "await client.GetStreamAsync(@, cancel);"),
        By("GetByteArrayAsync", "GET", "await client.GetByteArrayAsync(@);"),
        By("GetAsync with an option and a token", "GET", "await client.GetAsync(@, HttpCompletionOption.ResponseHeadersRead, cancel);"),
        By("GetAsync with names", "GET", "await client.GetAsync(cancellationToken: cancel, requestUri: @);"),
        By("GetFromJsonAsync", "GET", "await client.GetFromJsonAsync<JsonElement>(@, cancel);"),
        By("GetFromJsonAsync with a type", "GET", "await client.GetFromJsonAsync(@, typeof(JsonElement));"),
        By("GetFromJsonAsync as a static method", "GET", "await HttpClientJsonExtensions.GetFromJsonAsync<JsonElement>(client, @);"),
        By("GetFromJsonAsync as a static method with names", "GET", "await HttpClientJsonExtensions.GetFromJsonAsync<JsonElement>(requestUri: @, client: client);"),
        By("GetFromJsonAsAsyncEnumerable", "GET", "await foreach (var item in client.GetFromJsonAsAsyncEnumerable<JsonElement>(@)) { }"),
        By("PostAsync with a token", "POST", "await client.PostAsync(@, new StringContent(\"{}\"), cancel);"),
        By("PostAsync with names", "POST", "await client.PostAsync(content: null, requestUri: @);"),
        By("PostAsJsonAsync", "POST", "await client.PostAsJsonAsync(@, new { name = \"web-1\" }, cancel);"),
        By("PostAsJsonAsync as a static method", "POST", "await HttpClientJsonExtensions.PostAsJsonAsync(client, @, 1);"),
        By("PutAsJsonAsync", "PUT", "await client.PutAsJsonAsync(@, new { name = \"web-1\" });"),
        By("PutAsync with a token", "PUT", "await client.PutAsync(@, null, cancel);"),
        By("PatchAsJsonAsync", "PATCH", "await client.PatchAsJsonAsync(@, new { name = \"web-1\" });"),
        By("PatchAsync with a token", "PATCH", "await client.PatchAsync(@, null, cancel);"),
        By("DeleteAsync with a token", "DELETE", "await client.DeleteAsync(@, cancel);"),
        By("DeleteFromJsonAsync", "DELETE", "await client.DeleteFromJsonAsync<JsonElement>(@, cancel);"),
        Sent("HttpMethod's property", "HttpMethod.$"),
        Sent("new HttpMethod of small letters", operation => $"new HttpMethod(\"{operation.Operation.Method.ToLowerInvariant()}\")"),
        Sent("new() of a text", operation => $"new(\"{operation.Operation.Method}\")"),
        Sent("HttpMethod.Parse", operation => $"HttpMethod.Parse(\"{operation.Operation.Method}\")"),
        Sent("HttpMethods", "new HttpMethod(HttpMethods.$)"),
        Sent("a constant verb", "new HttpMethod(Verb#)") with { Members = (operation, number) => $"private const string Verb{number} = \"{operation.Operation.Method}\";" },
        Sent("a verb in a field", "Verb#") with { Members = (operation, number) => $"private static readonly HttpMethod Verb{number} = HttpMethod.{operation.Verb};" },
        Sent("another file's verb", "OtherFile.Verb#") with { OtherFile = (operation, number) => $"public static readonly HttpMethod Verb{number} = new(\"{operation.Operation.Method}\");" },
        Body("a verb in a local", "var verb = HttpMethod.$; await client.SendAsync(new HttpRequestMessage(verb, @), cancel);"),
        Body("either verb is the same", "await client.SendAsync(new HttpRequestMessage(page > 1 ? HttpMethod.$ : new HttpMethod(\"!\"), @));"),
        Body("a request in a local", "using var request = new HttpRequestMessage(HttpMethod.$, @); request.Headers.Add(\"X-Trace\", \"1\"); await client.SendAsync(request);"),
        Body("a request in a using block", "using (var request = new HttpRequestMessage(HttpMethod.$, @)) { await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel); }"),
        Body("a request with an initializer", "await client.SendAsync(new HttpRequestMessage { Method = HttpMethod.$, RequestUri = new Uri(@, UriKind.Relative), Content = null });"),
        Body("a request in a local with an initializer", "var request = new HttpRequestMessage { Method = HttpMethod.$, RequestUri = new(@, UriKind.Relative) }; await client.SendAsync(request);"),
        Body("a request that is filled later", "var request = new HttpRequestMessage(); request.Method = HttpMethod.$; request.RequestUri = new Uri(@, UriKind.Relative); await client.SendAsync(request);"),
        Body("a request that is made for something else", "var request = new HttpRequestMessage(HttpMethod.Head, \"/v2/nothing\"); request.RequestUri = new Uri(@, UriKind.Relative); request.Method = HttpMethod.$; await client.SendAsync(request);"),
        Body("a request of either kind", "await client.SendAsync(page > 1 ? new HttpRequestMessage(HttpMethod.$, @) : new(HttpMethod.$, @));") with { Requests = 2 },
        Body("a request by a method", "await client.SendAsync(Request(HttpMethod.$, @)); static HttpRequestMessage Request(HttpMethod verb, string path) => new(verb, path);"),
        Body("a request with a Uri", "await client.SendAsync(new HttpRequestMessage(HttpMethod.$, new Uri(client.BaseAddress!, @)));"),
        Body("Send", "client.Send(new HttpRequestMessage(HttpMethod.$, @), cancel);"),
        Body("an invoker's SendAsync", "await ((HttpMessageInvoker)client).SendAsync(new HttpRequestMessage(HttpMethod.$, @), cancel);"),
        Body("a request to an absolute address by anybody's client", "await anybodys.SendAsync(new HttpRequestMessage(HttpMethod.$, \"https://api.digitalocean.com\" + @));") with { IsAbsolute = true },
    ];

    private static CallShape By(string name, string verb, string body) =>
        new(name, operation => operation.Operation.Method == verb ? body.Replace("@", $"$\"{operation.Interpolated}\"", StringComparison.Ordinal) : null);

    private static CallShape Sent(string name, string verb) => Sent(name, _ => verb);

    private static CallShape Sent(string name, Func<OperationCase, string> verb) =>
        new(name, operation => Fill($"await client.SendAsync(new HttpRequestMessage({verb(operation)}, @));", operation));

    private static CallShape Body(string name, string body) => new(name, operation => Fill(body, operation));

    private static string Fill(string body, OperationCase operation) => body
        .Replace("$", operation.Verb, StringComparison.Ordinal)
        .Replace("!", operation.Operation.Method, StringComparison.Ordinal)
        .Replace("@", $"$\"{operation.Interpolated}\"", StringComparison.Ordinal);
}
