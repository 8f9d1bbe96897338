using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Revokes the tokens of sessions at DigitalOcean. Each session's refresh token is first, because it could replace an invalid access token, and
/// because its revocation needs a valid access token to authenticate.
/// </summary>
internal sealed class TokenRevocation(
    DigitalOceanApplication application, TokenClient client, DigitalOceanMetrics metrics, ILogger<TokenRevocation> logger)
{
    /// <param name="sessions">The sessions. The last one has a valid access token.</param>
    /// <exception cref="SignInFailedException">
    /// DigitalOcean did not confirm one of the revocations. You can try again, because completed revocations are permanent.
    /// </exception>
    public async Task RevokeAllAsync(IReadOnlyList<SessionGrant> sessions)
    {
        foreach (var session in sessions)
        {
            await RevokeAsync(session, sessions[^1].AccessToken);
        }
    }

    /// <summary>Revokes as many tokens as possible, and logs failures.</summary>
    public async Task TryRevokeAllAsync(IReadOnlyList<SessionGrant> sessions)
    {
        foreach (var session in sessions)
        {
            try
            {
                await RevokeAsync(session, session.AccessToken);
            }
            catch (SignInFailedException exception)
            {
                metrics.Revoked(application.Scheme, exception.Reason);
                Log.RevocationFailed(logger, application.Scheme, exception.Reason);
            }
        }
    }

    private async Task RevokeAsync(SessionGrant session, string living)
    {
        // If refresh tokens cannot be revoked, which DigitalOcean's documentation does not specify, the access token determines the result.
        if (session.RefreshToken is { } refreshToken
            && await client.TryRevokeAsync(refreshToken, [session.AccessToken, living], CancellationToken.None) is { } refusal)
        {
            Log.RevocationFailed(logger, application.Scheme, refusal.Reason);
        }

        if (await client.TryRevokeAsync(session.AccessToken, bearers: [], CancellationToken.None) is { } failure)
        {
            throw failure;
        }
    }
}
