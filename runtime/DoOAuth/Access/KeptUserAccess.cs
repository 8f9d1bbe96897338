namespace DoOAuth;

/// <summary>A user's access outside of requests. It shares the session's refresh with the browser.</summary>
internal sealed class KeptUserAccess(SessionRefresh refresh, UserTokens first) : IUserAccess
{
    private volatile UserTokens _newest = first;

    public bool IsKept => true;

    public UserTokens Newest => _newest;

    public async ValueTask<UserTokens> GetAsync(CancellationToken cancellationToken)
    {
        var known = _newest;
        var outcome = await refresh.EnsureFreshAsync(known.SessionId, known.Tokens, isKept: true, cancellationToken);
        if (outcome.Tokens is null)
        {
            throw DigitalOceanAccessException.Over(outcome.Reason);
        }

        if (outcome.UnavailableBecause is { } because)
        {
            throw DigitalOceanAccessException.Unavailable(because, retryAfter: outcome.RetryAfter);
        }

        return _newest = known with { Tokens = outcome.Tokens };
    }

    public void GoOnWith(UserTokens newer) => _newest = newer;

    public RefusedRequest? Refused(bool isSessionEnded) => null;
}
