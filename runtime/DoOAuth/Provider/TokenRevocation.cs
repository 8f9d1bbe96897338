using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Revokes sessions' tokens at DigitalOcean: of each the refresh token first, with which a dead access token could be replaced, while the access
/// token that authenticates the request still lives.
/// </summary>
internal sealed class TokenRevocation(
    DigitalOceanApplication application, TokenClient client, DigitalOceanMetrics metrics, ILogger<TokenRevocation> logger)
{
    /// <param name="sessions">The sessions, the one whose access token lives last.</param>
    /// <exception cref="SignInFailedException">DigitalOcean did not confirm it for one of them. It can be tried again: what is revoked stays so.</exception>
    public async Task RevokeAllAsync(IReadOnlyList<SessionGrant> sessions)
    {
        foreach (var session in sessions)
        {
            await RevokeAsync(session, sessions[^1].AccessToken);
        }
    }

    /// <summary>Revokes what can be. What cannot is logged.</summary>
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
        // Where refresh tokens cannot be revoked, which DigitalOcean's documents leave open, the access token decides.
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
