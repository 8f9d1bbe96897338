using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Calls <c>GET /v2/account</c> to find out who is signed in, for a token response that does not say enough.</summary>
internal sealed class AccountLookup(DigitalOceanApplication application, IOptionsMonitor<DigitalOceanOptions> options)
{
    private const string NeededScope = "account:read";

    /// <summary>Completes the data of the token response, which takes precedence.</summary>
    /// <exception cref="SignInFailedException">The user cannot be identified.</exception>
    public async Task<AccountInfo> CompleteAsync(AccountInfo told, string accessToken, GrantedScopes granted, CancellationToken cancellationToken)
    {
        if (told.IsComplete)
        {
            return told;
        }

        if (!granted.Covers(NeededScope))
        {
            return told.Uuid is not null ? told : throw CannotTell();
        }

        var account = await AskAsync(accessToken, told, cancellationToken);
        if (account.Uuid is not null && told.Uuid is not null && !string.Equals(account.Uuid, told.Uuid, StringComparison.OrdinalIgnoreCase))
        {
            throw SignInFailedException.ProviderError("DigitalOcean returned two different users for this sign-in.");
        }

        var complete = told.Or(account);
        return complete.Uuid is not null
            ? complete
            : throw SignInFailedException.ProviderError("DigitalOcean did not return the signed-in user.");
    }

    private async Task<AccountInfo> AskAsync(string accessToken, AccountInfo told, CancellationToken cancellationToken)
    {
        var current = options.Get(application.Scheme);
        using var request = new HttpRequestMessage(HttpMethod.Get, current.ApiAddress + "/v2/account");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var (status, json) = await ProviderRequest.SendAsync(current.Backchannel, request, cancellationToken);
        using (json)
        {
            return status switch
            {
                HttpStatusCode.OK when json is not null => AccountInfo.FromAccount(json.RootElement),
                HttpStatusCode.Forbidden when told.Uuid is not null => AccountInfo.Empty,
                HttpStatusCode.Forbidden => throw CannotTell(),
                _ => throw SignInFailedException.ProviderError($"DigitalOcean returned status {(int)status} for the signed-in user's account."),
            };
        }
    }

    private static SignInFailedException CannotTell() => SignInFailedException.ScopeMissing(
        $"DigitalOcean did not return the signed-in user, and the account cannot be read without the scope {NeededScope}.", [NeededScope]);
}
