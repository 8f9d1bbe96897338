using System.Net.Http.Headers;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>Sends requests and reads their answers.</summary>
internal sealed class ApiConnection(HttpClient client, UnknownMembers unknown)
{
    private static readonly Uri DefaultAddress = new("https://api.digitalocean.com/");
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue Anything = new("*/*");

    /// <summary>Sends a request whose answer has no body, or none that matters.</summary>
    public async Task SendAsync(HttpMethod method, ApiAddress address, HttpContent? body, CancellationToken cancel, string? dangerous = null)
    {
        using var answer = await ExchangeAsync(method, address.Path, address.Query, body, dangerous, cancel).ConfigureAwait(false);
    }

    /// <summary>Sends a request whose answer is an object.</summary>
    public Task<T> SendAsync<T>(HttpMethod method, ApiAddress address, HttpContent? body, CancellationToken cancel, string? dangerous = null)
        where T : class, IDigitalOceanJson<T> =>
        ReadAsync<T>(method, address.Path, address.Query, body, dangerous, cancel);

    /// <summary>Sends a request whose answer is an object with one member that matters.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="address">The address.</param>
    /// <param name="body">The body.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="needed">The flag of the member if the answer must have it, or 0.</param>
    /// <param name="part">Reads the member.</param>
    /// <param name="cancel">Cancels the request.</param>
    public async Task<TPart> SendAsync<T, TPart>(
        HttpMethod method, ApiAddress address, HttpContent? body, string member, ulong needed, Func<T, TPart?> part, CancellationToken cancel)
        where T : DigitalOceanObject, IDigitalOceanJson<T>
    {
        using var answer = await ExchangeAsync(method, address.Path, address.Query, body, null, cancel).ConfigureAwait(false);
        var value = answer.Read<T, OwnFormat<T>>(unknown);
        if (value.IsMistyped(member) || !value.HasAll(needed))
        {
            throw Lacking(answer, member, value);
        }

        return part(value) ?? throw Lacking(answer, member, value);
    }

    /// <summary>Sends a request whose answer is a page of a list.</summary>
    public Task<TPage> SendForPageAsync<TPage, TItem>(ApiAddress address, CancellationToken cancel)
        where TPage : DigitalOceanObject, IDigitalOceanJson<TPage>, IPage<TItem> =>
        ReadPageAsync<TPage, TItem>(address.Path, address.Query, cancel);

    /// <summary>Sends a request whose answer is any JSON.</summary>
    public async Task<JsonElement> SendForJsonAsync(HttpMethod method, ApiAddress address, HttpContent? body, CancellationToken cancel)
    {
        using var answer = await ExchangeAsync(method, address.Path, address.Query, body, null, cancel).ConfigureAwait(false);
        return answer.Read<JsonElement, AnyFormat>(unknown);
    }

    /// <summary>Sends a request whose answer is a text that is not JSON.</summary>
    public async Task<string> SendForTextAsync(HttpMethod method, ApiAddress address, HttpContent? body, CancellationToken cancel)
    {
        using var answer = await ExchangeAsync(method, address.Path, address.Query, body, null, cancel, Anything).ConfigureAwait(false);
        return System.Text.Encoding.UTF8.GetString(answer.Bytes.Span);
    }

    /// <summary>Sends a request whose answer is a file.</summary>
    public async Task<byte[]> SendForBytesAsync(HttpMethod method, ApiAddress address, HttpContent? body, CancellationToken cancel)
    {
        using var answer = await ExchangeAsync(method, address.Path, address.Query, body, null, cancel, Anything).ConfigureAwait(false);
        return answer.Bytes.ToArray();
    }

    /// <summary>Reads the items of a list that comes in pages.</summary>
    public IAsyncEnumerable<TItem> ListAsync<TPage, TItem>(ApiAddress address, CancellationToken cancel)
        where TPage : DigitalOceanObject, IDigitalOceanJson<TPage>, IPage<TItem>
    {
        var (path, query) = (address.Path, address.Query);
        return new Pages<TPage, TItem>(query, (part, token) => ReadPageAsync<TPage, TItem>(path, part, token)).ReadAsync(cancel);
    }

    // An empty list can be null, or not there. Of a list that cannot be read, nobody may believe that it is empty.
    private async Task<TPage> ReadPageAsync<TPage, TItem>(string path, string query, CancellationToken cancel)
        where TPage : DigitalOceanObject, IDigitalOceanJson<TPage>, IPage<TItem>
    {
        using var answer = await ExchangeAsync(HttpMethod.Get, path, query, null, null, cancel).ConfigureAwait(false);
        var page = answer.Json.IsEmpty ? throw answer.Unexpected("is empty") : answer.Read<TPage, OwnFormat<TPage>>(unknown);
        return page.IsMistyped(TPage.Member) ? throw Lacking(answer, TPage.Member, page) : page;
    }

    private static DigitalOceanApiException Lacking(ApiAnswer answer, string member, DigitalOceanObject value) => answer.Unexpected(
        value.IsMistyped(member) ? $"has '{member}' in a form that is not the described one, or with an item that is not" : $"lacks '{member}', which was asked for");

    private async Task<T> ReadAsync<T>(HttpMethod method, string path, string query, HttpContent? body, string? dangerous, CancellationToken cancel)
        where T : class, IDigitalOceanJson<T>
    {
        using var answer = await ExchangeAsync(method, path, query, body, dangerous, cancel).ConfigureAwait(false);
        return answer.Json.IsEmpty && method == HttpMethod.Get ? throw answer.Unexpected("is empty") : answer.Read<T, OwnFormat<T>>(unknown);
    }

    private async Task<ApiAnswer> ExchangeAsync(
        HttpMethod method, string path, string query, HttpContent? body, string? dangerous, CancellationToken cancel, MediaTypeWithQualityHeaderValue? accept = null)
    {
        using var request = new HttpRequestMessage(method, AddressOf(path, query)) { Content = body };
        if (client.DefaultRequestHeaders.Accept.Count == 0)
        {
            request.Headers.Accept.Add(accept ?? Json);
        }

        if (dangerous is not null)
        {
            request.Headers.Add(dangerous, "true");
        }

        // HttpClient's own limit ends with the headers, because the body is read here.
        using var limit = client.Timeout == Timeout.InfiniteTimeSpan ? null : CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit?.CancelAfter(client.Timeout);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit?.Token ?? cancel).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? await ApiAnswer.ReceiveAsync(response, client.MaxResponseContentBufferSize, limit?.Token ?? cancel).ConfigureAwait(false)
                : throw await RefusalAsync(response, method, path, limit?.Token ?? cancel, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit is { IsCancellationRequested: true } && !cancel.IsCancellationRequested)
        {
            throw new TaskCanceledException($"DigitalOcean did not answer {method} {path} within {client.Timeout.TotalSeconds} seconds.", new TimeoutException(null, exception));
        }
        catch (OperationCanceledException exception) when (cancel.IsCancellationRequested && exception.CancellationToken != cancel)
        {
            // The token that the caller knows, not the one with the client's limit.
            throw new TaskCanceledException(exception.Message, exception, cancel);
        }
    }

    private static async Task<DigitalOceanApiException> RefusalAsync(
        HttpResponseMessage response, HttpMethod method, string path, CancellationToken cancel, CancellationToken caller)
    {
        using var answer = await ApiAnswer.ReceiveStartAsync(response, cancel, caller).ConfigureAwait(false);
        return ApiErrors.From(response, method, path, answer.Json);
    }

    // An address in the base address's folder. Many apps have /v2 there.
    private Uri AddressOf(string path, string query)
    {
        var server = client.BaseAddress ?? DefaultAddress;
        var folder = server.AbsolutePath.TrimEnd('/');
        if (folder.EndsWith("/v2", StringComparison.Ordinal))
        {
            folder = folder[..^3];
        }

        return new Uri(server, folder + path + (query.Length == 0 ? "" : "?" + query));
    }
}
