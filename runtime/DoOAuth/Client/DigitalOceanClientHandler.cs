using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Adds the signed-in user's token to requests whose origin is the API's, and to no other: a default header would follow any absolute
/// address.
/// </summary>
public sealed class DigitalOceanClientHandler : DelegatingHandler
{
    private readonly DigitalOceanApplication _application;
    private readonly IHttpContextAccessor _httpContext;

    internal DigitalOceanClientHandler(
        DigitalOceanApplication application, Uri apiBaseAddress, IHttpContextAccessor httpContext, HttpMessageHandler pooled)
        : base(pooled)
    {
        _application = application;
        _httpContext = httpContext;
        ApiBaseAddress = apiBaseAddress;
    }

    /// <summary>The API's address.</summary>
    public Uri ApiBaseAddress { get; }

    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        AuthorizeAsync(request).AsTask().GetAwaiter().GetResult();
        return base.Send(request, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await AuthorizeAsync(request);
        return await base.SendAsync(request, cancellationToken);
    }

    private async ValueTask AuthorizeAsync(HttpRequestMessage request)
    {
        if (request.Headers.Authorization is not null || request.RequestUri is not { IsAbsoluteUri: true } address || !IsApi(address))
        {
            return;
        }

        var context = _httpContext.HttpContext ?? throw new InvalidOperationException(
            $"{nameof(DigitalOceanClient)} acts for the user of a request, and there is no request here.");
        var session = await context.AuthenticateAsync(_application.SessionScheme);
        if (SessionTokens.Read(session.Properties) is not { } tokens)
        {
            throw new BadHttpRequestException(
                "Nobody is signed in with DigitalOcean. Guard the endpoint that makes this call, such as with .RequireAccountRead().",
                StatusCodes.Status401Unauthorized);
        }

        if (SessionStatus.Of(context, _application) is { TokenUnavailable: true })
        {
            throw new BadHttpRequestException(
                "The access has to be renewed, and DigitalOcean cannot be reached for that.", StatusCodes.Status503ServiceUnavailable);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
    }

    private bool IsApi(Uri address) => Uri.Compare(
        address, ApiBaseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
