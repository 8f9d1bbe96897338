using System.Net;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Sends requests to the API with the user's token and without cookies. Other requests lose only the session's cookies.</summary>
internal sealed class AuthorizingHandler : HttpMessageHandler
{
    private const string OwnCookies = ".DoOAuth.";

    // More than requests to the API have. A larger one is forwarded while it arrives.
    private const int LargestRepeated = 64 * 1024;

    private readonly HttpMessageInvoker _api;
    private readonly HttpMessageInvoker _others;
    private readonly DigitalOceanSessions _sessions;
    private readonly IHttpContextAccessor _http;

    public AuthorizingHandler(DigitalOceanSessions sessions, HttpMessageHandler inner, IHttpContextAccessor http)
    {
        _sessions = sessions;
        _http = http;
        _api = new HttpMessageInvoker(sessions.CreateHandler(inner), disposeHandler: true);
        _others = new HttpMessageInvoker(inner, disposeHandler: false);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsApi(request.RequestUri))
        {
            RemoveOwnCookies(request);
            return await _others.SendAsync(request, cancellationToken);
        }

        request.Headers.Remove("Cookie");
        request.Content = await RepeatableAsync(request.Content, cancellationToken);

        try
        {
            return await _api.SendAsync(request, cancellationToken);
        }
        catch (DigitalOceanAccessException exception) when (_http.HttpContext is { } context)
        {
            context.Features.Set(new MissingAccess(exception));
            return new HttpResponseMessage((HttpStatusCode)exception.StatusCode) { RequestMessage = request, Content = new ByteArrayContent([]) };
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _api.Dispose();
            _others.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsApi(Uri? address) => address is not null && Uri.Compare(
        address, _sessions.ApiBaseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    // Only content in memory can be sent twice. The proxy's is a stream.
    private static async Task<HttpContent?> RepeatableAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null || content.Headers.ContentLength is not <= LargestRepeated)
        {
            return content;
        }

        if (content.Headers.ContentLength == 0)
        {
            // It only carries headers, such as Content-Type.
            return null;
        }

        var buffered = new ByteArrayContent(await content.ReadAsByteArrayAsync(cancellationToken));
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            buffered.Headers.TryAddWithoutValidation(name, values);
        }

        return buffered;
    }

    private static void RemoveOwnCookies(HttpRequestMessage request)
    {
        if (!request.Headers.TryGetValues("Cookie", out var values))
        {
            return;
        }

        var all = values.SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var others = all.Where(cookie => !cookie.StartsWith(OwnCookies, StringComparison.Ordinal)).ToList();
        if (others.Count < all.Count)
        {
            request.Headers.Remove("Cookie");
            if (others.Count > 0)
            {
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", others));
            }
        }
    }
}
