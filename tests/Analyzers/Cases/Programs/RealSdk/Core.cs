using System.Text;
using DoOAuth;

namespace Sdk;

public interface IOceanSdk { IRequestSender Sender { get; } }
public sealed class OceanSdk(HttpClient http) : IOceanSdk { public IRequestSender Sender { get; } = new RequestSender(http); }

public interface IRequestSender { Task<ApiResult<T>> SendAsync<T>(ApiCall call, CancellationToken cancel = default); }

public sealed class RequestSender(HttpClient http) : IRequestSender
{
    public async Task<ApiResult<T>> SendAsync<T>(ApiCall call, CancellationToken cancel = default)
    {
        using var request = call.ToRequest();
        using var response = await http.SendAsync(request, cancel); // or: DOO102 #sdk
        return response.IsSuccessStatusCode
            ? ApiResult<T>.Success((await response.Content.ReadFromJsonAsync<T>(cancel))!)
            : ApiResult<T>.Failure((int)response.StatusCode);
    }
}

public sealed record ApiCall(HttpMethod Method, string Path, object? Body = null)
{
    public HttpRequestMessage ToRequest() => new(Method, $"/v2{Path}") { Content = Body is null ? null : JsonContent.Create(Body) };
}

public sealed class ApiResult<T>
{
    private ApiResult(T? value, int? status) => (Value, Status) = (value, status);
    public T? Value { get; }
    public int? Status { get; }
    public static ApiResult<T> Success(T value) => new(value, null);
    public static ApiResult<T> Failure(int status) => new(default, status);
}

// A path that is built up step by step; each step gives a new one.
public readonly struct ApiPath
{
    private readonly string _text;
    private ApiPath(string text) => _text = text;
    public static ApiPath Root => new("/v2");
    public ApiPath Slash(string segment) => new($"{_text}/{segment}");
    public ApiPath Slash(Guid id) => new($"{_text}/{id:D}");
    public ApiPath Slash(long id) => new($"{_text}/{id}");
    public override string ToString() => _text;
}

public sealed class PagedRequest : HttpRequestMessage
{
    public PagedRequest(string resource, int page, int size = 50) : base(HttpMethod.Get, $"/v2/{resource}?page={page}&per_page={size}") { }
}
