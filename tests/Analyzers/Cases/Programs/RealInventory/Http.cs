using Microsoft.AspNetCore.WebUtilities;

namespace Inventory;

// How the services of this app build their requests.
public sealed class ApiRequest
{
    private readonly HttpMethod _method;
    private readonly string _path;
    private readonly List<KeyValuePair<string, string?>> _query = [];
    private object? _body;

    private ApiRequest(HttpMethod method, string path)
    {
        _method = method;
        _path = path;
    }

    public static ApiRequest Get(string path) => new(HttpMethod.Get, path);
    public static ApiRequest Post(string path) => new(HttpMethod.Post, path);
    public static ApiRequest Delete(string path) => new(HttpMethod.Delete, path);

    public ApiRequest Query(string name, object? value)
    {
        if (value is not null)
        {
            _query.Add(new(name, value.ToString()));
        }

        return this;
    }

    public ApiRequest Json(object body)
    {
        _body = body;
        return this;
    }

    public HttpRequestMessage Build() => new(_method, QueryHelpers.AddQueryString(_path, _query)) { Content = _body is null ? null : JsonContent.Create(_body) };
}

public sealed record Page<T>(T[] Items, Links? Links);
public sealed record Links(Pages? Pages);
public sealed record Pages(string? Next, string? Last);

public abstract record Outcome<T>
{
    public sealed record Ok(T Value) : Outcome<T>;
    public sealed record Failed(int Status, string Reason) : Outcome<T>;
}

public static class Outcomes
{
    public static async Task<Outcome<T>> ReadAsync<T>(this Task<HttpResponseMessage> pending, CancellationToken cancel)
    {
        using var response = await pending;
        if (!response.IsSuccessStatusCode)
        {
            return new Outcome<T>.Failed((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
        }

        return new Outcome<T>.Ok((await response.Content.ReadFromJsonAsync<T>(cancel))!);
    }
}
