using System.Net;
using System.Net.Http.Headers;

namespace DoOAuth;

/// <summary>
/// Adds the user's token to requests whose origin is the API's, and to no other: a default header would follow any absolute address.
/// Where the API refuses the token, another refresh may have replaced it while the request was under way: then the request is repeated
/// once with the new one, if it can be repeated. Where the session turns out to be over, the call throws
/// <see cref="DigitalOceanAccessException"/>.
/// </summary>
public sealed class DigitalOceanClientHandler : DelegatingHandler
{
    private readonly IUserAccess _access;
    private readonly SessionRefresh _refresh;

    internal DigitalOceanClientHandler(Uri apiBaseAddress, IUserAccess access, SessionRefresh refresh, HttpMessageHandler pooled)
        : base(pooled)
    {
        _access = access;
        _refresh = refresh;
        ApiBaseAddress = apiBaseAddress;
    }

    /// <summary>The API's address.</summary>
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

        // After a redirect the request has another address: who refuses there was never shown the token, and never may be.
        if (response.StatusCode != HttpStatusCode.Unauthorized || !Equals(request.RequestUri, address))
        {
            return response;
        }

        try
        {
            return await ReplaceAsync(used, cancellationToken) is { } replaced && isRepeatable
                ? await RepeatAsync(request, response, replaced, send, cancellationToken)
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

    private async Task<(UserTokens Tokens, bool IsFresh)?> ReplaceAsync(UserTokens refused, CancellationToken cancellationToken)
    {
        var outcome = await _refresh.ReplaceAsync(refused, _access.Use, cancellationToken);
        if (outcome.User is not { } newer)
        {
            // Not a bare 401, which callers take for a fault of the API's.
            throw Over(outcome.Reason, isInVain: refused.Tokens.RefreshToken is null && _refresh.HasJustIssued(refused.Tokens));
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
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        var address = request.RequestUri;
        refused.Dispose();
        Authorize(request, replaced.Tokens);
        var response = await send(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized && replaced.IsFresh && Equals(request.RequestUri, address))
        {
            if (await _refresh.RefuseAsync(replaced.Tokens, _access.Use, cancellationToken))
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
