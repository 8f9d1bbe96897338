using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>Sends requests to the API with the user's token. Other requests get no token.</summary>
internal sealed class AuthorizingHandler : HttpMessageHandler
{
    // More than requests to the API have. A larger one is forwarded while it arrives.
    private const int LargestRepeated = 64 * 1024;

    private readonly ConcurrentDictionary<DigitalOceanApplication, HttpMessageInvoker> _api = [];
    private readonly HttpMessageHandler _inner;
    private readonly HttpMessageInvoker _others;
    private readonly IServiceProvider _services;
    private readonly ForwardedHeaders _headers;
    private readonly IHttpContextAccessor _http;
    private readonly string? _scheme;

    /// <summary>Creates a handler for the requests of a cluster.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="inner">The handler that sends the requests.</param>
    /// <param name="scheme">The scheme of the application whose users' tokens are sent, or null for the one of each request's endpoint.</param>
    public AuthorizingHandler(IServiceProvider services, HttpMessageHandler inner, string? scheme)
    {
        _services = services;
        _inner = inner;
        _scheme = scheme;
        _headers = services.GetRequiredService<ForwardedHeaders>();
        _http = services.GetRequiredService<IHttpContextAccessor>();
        _others = new HttpMessageInvoker(inner, disposeHandler: true);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _headers.Restrict(request, request.RequestUri);
        if (!_headers.IsApi(request.RequestUri) || Application() is var application && !_headers.IsApi(request.RequestUri, application))
        {
            return await _others.SendAsync(request, cancellationToken);
        }

        request.Content = await RepeatableAsync(request.Content, cancellationToken);

        try
        {
            return await _api.GetOrAdd(application, CreateInvoker).SendAsync(request, cancellationToken);
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
            _others.Dispose();
        }

        base.Dispose(disposing);
    }

    private DigitalOceanApplication Application() => _scheme is not null
        ? _services.GetRequiredKeyedService<DigitalOceanApplication>(_scheme)
        : _services.GetRequiredService<ApplicationDirectory>().Of(_http.HttpContext?.GetEndpoint(), "The token for DigitalOcean's API");

    private HttpMessageInvoker CreateInvoker(DigitalOceanApplication application) =>
        new(_services.GetRequiredKeyedService<DigitalOceanSessions>(application.Scheme).CreateHandler(_inner), disposeHandler: false);

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
}
