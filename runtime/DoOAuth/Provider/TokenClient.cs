using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>An application's client for the authorization server's token and revocation endpoints.</summary>
internal sealed class TokenClient(DigitalOceanApplication application, IOptionsMonitor<DigitalOceanOptions> options)
{
    // RFC 6750 section 3.1.
    private const string InvalidToken = "invalid_token";

    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private DigitalOceanOptions Options => options.Get(application.Scheme);

    /// <summary>Exchanges a code for tokens.</summary>
    /// <exception cref="SignInFailedException">The code was rejected, or there was no valid response.</exception>
    public Task<TokenAnswer> ExchangeAsync(string code, string redirectUri, string? codeVerifier, CancellationToken cancellationToken)
    {
        var current = Options;
        var form = ClientCredentials(current);
        form["grant_type"] = "authorization_code";
        form["code"] = code;
        form["redirect_uri"] = redirectUri;
        if (codeVerifier is not null)
        {
            form["code_verifier"] = codeVerifier;
        }

        return RequestAsync(current, form, cancellationToken);
    }

    /// <summary>Uses a refresh token. It works once, and the access token that was issued with it becomes invalid immediately.</summary>
    /// <exception cref="SignInFailedException">The token was rejected, or there was no valid response.</exception>
    public Task<TokenAnswer> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var current = Options;
        var form = ClientCredentials(current);
        form["grant_type"] = "refresh_token";
        form["refresh_token"] = refreshToken;
        return RequestAsync(current, form, cancellationToken);
    }

    /// <summary>
    /// Revokes a token. A token that is no longer valid counts as revoked (RFC 7009 section 2.2). The form that DigitalOcean documents is tried
    /// first: bearer and token. Servers that authenticate the client reject it, and get the client's credentials instead. They never get both,
    /// because a request must not use two ways to authenticate (RFC 6749 section 2.3).
    /// </summary>
    /// <param name="token">The access or refresh token to revoke.</param>
    /// <param name="bearers">
    /// The access tokens that can authenticate the request for a refresh token, in this order: the one that was issued with it and, if that is
    /// invalid, another one of the same user. Empty for an access token, which authenticates its own revocation.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The reason why DigitalOcean rejects the request; null if the token is revoked or was not valid.</returns>
    /// <exception cref="SignInFailedException">There was no response, or it reports a server error.</exception>
    public async Task<SignInFailedException?> TryRevokeAsync(string token, IReadOnlyList<string> bearers, CancellationToken cancellationToken)
    {
        var current = Options;
        var isItsOwn = bearers.Count == 0;
        var isBearerDead = false;
        foreach (var bearer in isItsOwn ? [token] : bearers)
        {
            var documented = await RevokeAsync(current, new() { ["token"] = token }, bearer, cancellationToken);
            if (documented.IsConfirmed || (isItsOwn && documented.Error is InvalidToken))
            {
                return null;
            }

            isBearerDead = documented.Error is InvalidToken || documented.IsBareRefusal;
            if (!isBearerDead)
            {
                break;
            }
        }

        var form = ClientCredentials(current);
        form["token"] = token;
        var authenticated = await RevokeAsync(current, form, bearer: null, cancellationToken);

        // An invalid bearer token says nothing about its refresh token. If the client's credentials are rejected too, there is nothing else to try.
        if (authenticated.IsConfirmed || authenticated.Error is InvalidToken || isBearerDead)
        {
            return null;
        }

        return authenticated.Error is null or "invalid_grant"
            ? SignInFailedException.ProviderError("DigitalOcean did not confirm that the access was revoked.")
            : SignInFailedException.FromError(authenticated.Error);
    }

    private static async Task<RevocationAnswer> RevokeAsync(
        DigitalOceanOptions current, Dictionary<string, string> form, string? bearer, CancellationToken cancellationToken)
    {
        using var request = Post(current.RevocationEndpoint, form);
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        var (status, json) = await ProviderRequest.SendAsync(current.Backchannel, request, cancellationToken);
        using (json)
        {
            return status is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests
                ? throw SignInFailedException.ProviderError("DigitalOcean did not confirm that the access was revoked.")
                : new RevocationAnswer(status, json is null ? null : JsonText.Read(json.RootElement, "error"));
        }
    }

    private static async Task<TokenAnswer> RequestAsync(DigitalOceanOptions current, Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var request = Post(current.TokenEndpoint, form);
        var (status, json) = await ProviderRequest.SendAsync(current.Backchannel, request, cancellationToken);
        using (json)
        {
            if (json is not { RootElement.ValueKind: JsonValueKind.Object })
            {
                throw SignInFailedException.ProviderError(
                    $"DigitalOcean responded to the token request with status {(int)status} and without a JSON object.");
            }

            if (JsonText.HoldsText(json.RootElement, "error"))
            {
                throw SignInFailedException.FromError(JsonText.Read(json.RootElement, "error"));
            }

            return (int)status is >= 200 and < 300
                ? TokenAnswer.Parse(json.RootElement)
                : throw SignInFailedException.ProviderError($"DigitalOcean responded to the token request with status {(int)status}.");
        }
    }

    // Never in the query string, although DigitalOcean's own sample does that, because addresses are often logged.
    private static Dictionary<string, string> ClientCredentials(DigitalOceanOptions current)
    {
        var form = new Dictionary<string, string> { ["client_id"] = current.ClientId };
        if (!string.IsNullOrEmpty(current.ClientSecret))
        {
            form["client_secret"] = current.ClientSecret;
        }

        return form;
    }

    private static HttpRequestMessage Post(string address, Dictionary<string, string> form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(Json);
        return request;
    }
}
