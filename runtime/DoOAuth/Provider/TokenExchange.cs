using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Exchanges a session's refresh token for new tokens at DigitalOcean, and counts and logs the result.</summary>
internal sealed class TokenExchange(DigitalOceanApplication application, TokenClient client, DigitalOceanMetrics metrics, ILogger<TokenExchange> logger)
{
    /// <summary>Uses the refresh token, even if no request waits for the result any longer.</summary>
    /// <returns>The token response, or the reason why there is none, one of <see cref="FailureReasons"/>.</returns>
    public async Task<(TokenAnswer? Answer, string? Refusal)> TrySpendAsync(string refreshToken)
    {
        try
        {
            var answer = await client.RefreshAsync(refreshToken, CancellationToken.None);
            metrics.Refreshed(application.Scheme, "success");
            Log.Refreshed(logger, application.Scheme);
            return (answer, null);
        }
        catch (SignInFailedException exception)
        {
            metrics.Refreshed(application.Scheme, exception.Reason);
            Log.RefreshFailed(logger, application.Scheme, exception.Reason);
            return (null, exception.Reason);
        }
    }
}
