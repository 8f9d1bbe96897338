// What the cases need of Refit, RestSharp and Flurl, in versions that have it in other shapes.
namespace Refit
{
    public abstract class HttpMethodAttribute(string path) : Attribute
    {
        public string Path { get; } = path;
    }

    public sealed class GetAttribute(string path) : HttpMethodAttribute(path);

    public sealed class PostAttribute(string path) : HttpMethodAttribute(path);

    public static class RestService
    {
        public static T For<T>(HttpClient client) => default!;

        public static T For<T>(string hostUrl) => default!;
    }
}

namespace RestSharp
{
    public enum Method
    {
        Get,
        Post,
        Put,
        Delete,
    }

    public class RestRequest(string resource, Method method = Method.Get)
    {
        public string Resource { get; set; } = resource;

        public Method Method { get; set; } = method;

        public RestRequest AddUrlSegment(string name, string value) => this;

        public RestRequest AddHeader(string name, string value) => this;
    }

    public class RestResponse
    {
        public string Content { get; set; } = "";
    }

    public class RestClient(string baseUrl)
    {
        public string BaseUrl { get; } = baseUrl;

        public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new RestResponse());

        public Task<T> PostAsync<T>(RestRequest request) => Task.FromResult(default(T)!);
    }
}

namespace Flurl
{
    public class Url(string baseUrl)
    {
        public string Root { get; } = baseUrl;

        public Url AppendPathSegment(object segment) => this;
    }

    public static class GeneratedExtensions
    {
        public static Url AppendPathSegment(this string url, object segment) => new(url);
    }
}

namespace Flurl.Http
{
    public interface IFlurlRequest
    {
        Task<string> GetStringAsync();
    }

    public class FlurlClient(string baseUrl)
    {
        public string BaseUrl { get; } = baseUrl;

        public IFlurlRequest Request(params object[] urlSegments) => default!;
    }

    public static class GeneratedExtensions
    {
        public static Task<T> GetJsonAsync<T>(this Url url) => Task.FromResult(default(T)!);

        public static Task<T> GetJsonAsync<T>(this string url) => Task.FromResult(default(T)!);

        public static Task<string> PostJsonAsync(this Url url, object data) => Task.FromResult("");

        public static Task<T> GetJsonAsync<T>(this IFlurlRequest request) => Task.FromResult(default(T)!);

        public static IFlurlRequest WithOAuthBearerToken(this Url url, string token) => default!;
    }
}
