using System.Net;
using System.Net.Http.Headers;

namespace DoOAuth;

/// <summary>
/// Adds the user's token to requests to the API's origin only. A default header would be sent to every absolute address. If the API rejects the
/// token, a refresh may have replaced it during the request. In that case the request is repeated once with the new token, if it can be repeated. If
/// the session has ended, the call throws <see cref="DigitalOceanAccessException"/>.
/// </summary>
public sealed class DigitalOceanClientHandler : DelegatingHandler
{
    private readonly IUserAccess _access;
    private readonly SessionRefresh? _refresh;

    /// <summary>
    /// Creates a handler for a test. Requests to <see cref="DigitalOceanOptions.DefaultApiBaseAddress"/> get the bearer token <c>test-token</c>. There
    /// is no session, so nothing is refreshed.
    /// </summary>
    /// <param name="innerHandler">The test's handler, which responds instead of DigitalOcean.</param>
    public DigitalOceanClientHandler(HttpMessageHandler innerHandler)
        : base(innerHandler)
    {
        _access = new FixedAccess();
        ApiBaseAddress = new Uri(DigitalOceanOptions.DefaultApiBaseAddress + "/");
    }

    internal DigitalOceanClientHandler(Uri apiBaseAddress, IUserAccess access, SessionRefresh refresh, HttpMessageHandler pooled)
        : base(pooled)
    {
        _access = access;
        _refresh = refresh;
        ApiBaseAddress = apiBaseAddress;
    }

    /// <summary>The address of the API.</summary>
    public Uri ApiBaseAddress { get; }

    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendAsync(request, (sent, cancel) => Task.FromResult(base.Send(sent, cancel)), cancellationToken).GetAwaiter().GetResult();
    }

    /// <inheritdoc />
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendAsync(request, (sent, cancel) => base.SendAsync(sent, cancel), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is not null || request.RequestUri is not { IsAbsoluteUri: true } address || !IsApi(address))
        {
            return await send(request, cancellationToken);
        }

        var used = await _access.GetAsync(cancellationToken);
        var isRepeatable = await Repeatable.PrepareAsync(request.Content);
        Authorize(request, used);
        var response = await send(request, cancellationToken);

        // After a redirect, the request has another address. That server never received the token, and must not receive it.
        if (response.StatusCode != HttpStatusCode.Unauthorized || !Equals(request.RequestUri, address) || _refresh is null)
        {
            return response;
        }

        try
        {
            return await ReplaceAsync(used, _refresh, cancellationToken) is { } replaced && isRepeatable
                ? await RepeatAsync(request, response, replaced, _refresh, send, cancellationToken)
                : response;
        }
        catch (SessionStoreException exception)
        {
            response.Dispose();
            throw DigitalOceanAccessException.Unavailable(FailureReasons.StoreUnreachable, exception, _access.Refused());
        }
        catch (DigitalOceanAccessException)
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<(UserTokens Tokens, bool IsFresh)?> ReplaceAsync(UserTokens refused, SessionRefresh refresh, CancellationToken cancellationToken)
    {
        var outcome = await refresh.ReplaceAsync(refused, _access.Use, cancellationToken);
        if (outcome.User is not { } newer)
        {
            // An exception instead of a plain 401, which callers would take for an error of the API.
            throw Over(outcome.Reason, isInVain: refused.Tokens.RefreshToken is null && refresh.HasJustIssued(refused.Tokens));
        }

        if (newer.SessionId == refused.SessionId && newer.Tokens.Generation <= refused.Tokens.Generation)
        {
            return null;
        }

        _access.GoOnWith(newer);
        return (newer, outcome.IsFresh);
    }

    private async Task<HttpResponseMessage> RepeatAsync(
        HttpRequestMessage request,
        HttpResponseMessage refused,
        (UserTokens Tokens, bool IsFresh) replaced,
        SessionRefresh refresh,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        var address = request.RequestUri;
        refused.Dispose();
        Authorize(request, replaced.Tokens);
        var response = await send(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized && replaced.IsFresh && Equals(request.RequestUri, address))
        {
            if (await refresh.RefuseAsync(replaced.Tokens, _access.Use, cancellationToken))
            {
                response.Dispose();
                throw Over(FailureReasons.InvalidGrant, isInVain: true);
            }
        }

        return response;
    }

    private DigitalOceanAccessException Over(string? reason, bool isInVain) => DigitalOceanAccessException.Over(reason, _access.Refused(isInVain));

    private static void Authorize(HttpRequestMessage request, UserTokens user) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", user.Tokens.AccessToken);

    private bool IsApi(Uri address) => Uri.Compare(
        address, ApiBaseAddress, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
