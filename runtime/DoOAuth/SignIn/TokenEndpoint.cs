using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>The authorization server's token and revocation endpoints, as one application's client.</summary>
internal sealed class TokenEndpoint(DigitalOceanApplication application, IOptionsMonitor<DigitalOceanOptions> options)
{
    private DigitalOceanOptions Options => options.Get(application.Scheme);

    /// <summary>Exchanges a code for tokens.</summary>
    /// <exception cref="SignInFailedException">The code was not accepted, or there was no usable answer.</exception>
    public Task<TokenAnswer> ExchangeAsync(string code, string redirectUri, string? codeVerifier, CancellationToken cancellationToken)
    {
        var form = ClientCredentials();
        form["grant_type"] = "authorization_code";
        form["code"] = code;
        form["redirect_uri"] = redirectUri;
        if (codeVerifier is not null)
        {
            form["code_verifier"] = codeVerifier;
        }

        return RequestAsync(form, cancellationToken);
    }

    /// <summary>Spends a refresh token. It works once, and the access token that came with it dies at once.</summary>
    /// <exception cref="SignInFailedException">The token was not accepted, or there was no usable answer.</exception>
    public Task<TokenAnswer> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var form = ClientCredentials();
        form["grant_type"] = "refresh_token";
        form["refresh_token"] = refreshToken;
        return RequestAsync(form, cancellationToken);
    }

    /// <summary>Revokes an access token. One that is not valid any more counts as revoked (RFC 7009 section 2.2).</summary>
    /// <exception cref="SignInFailedException">DigitalOcean did not confirm it.</exception>
    public async Task RevokeAsync(string accessToken, CancellationToken cancellationToken)
    {
        var form = ClientCredentials();
        form["token"] = accessToken;
        using var request = Post(Options.RevocationEndpoint, form);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var (status, json) = await ProviderRequest.SendAsync(Options.Backchannel, request, cancellationToken);
        using (json)
        {
            var error = json is null ? null : JsonText.Read(json.RootElement, "error");

            // The request authenticates with the very token: refused without a word about the client, the token is dead already.
            if ((int)status is >= 200 and < 300 || error is "invalid_token" || (error is null && status == HttpStatusCode.Unauthorized))
            {
                return;
            }

            throw error is null
                ? SignInFailedException.ProviderError("DigitalOcean did not confirm that the access was withdrawn.")
                : SignInFailedException.FromError(error);
        }
    }

    private async Task<TokenAnswer> RequestAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        using var request = Post(Options.TokenEndpoint, form);
        var (status, json) = await ProviderRequest.SendAsync(Options.Backchannel, request, cancellationToken);
        using (json)
        {
            if (json is not { RootElement.ValueKind: JsonValueKind.Object })
            {
                throw SignInFailedException.ProviderError(
                    $"DigitalOcean answered the token request with status {(int)status} and no JSON object.");
            }

            if (JsonText.HoldsText(json.RootElement, "error"))
            {
                throw SignInFailedException.FromError(JsonText.Read(json.RootElement, "error"));
            }

            return (int)status is >= 200 and < 300
                ? TokenAnswer.Parse(json.RootElement)
                : throw SignInFailedException.ProviderError($"DigitalOcean answered the token request with status {(int)status}.");
        }
    }

    // Never in the query string, although DigitalOcean's own sample does that: addresses end up in logs.
    private Dictionary<string, string> ClientCredentials()
    {
        var form = new Dictionary<string, string> { ["client_id"] = Options.ClientId };
        if (!string.IsNullOrEmpty(Options.ClientSecret))
        {
            form["client_secret"] = Options.ClientSecret;
        }

        return form;
    }

    private static HttpRequestMessage Post(string address, Dictionary<string, string> form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }
}
