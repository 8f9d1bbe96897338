namespace DoOAuth;

/// <summary>The access of a session's user, in a long-lived connection or outside of requests.</summary>
internal sealed class SessionUserAccess(SessionRefresh refresh, UserTokens first, SessionUse use) : IUserAccess
{
    private volatile UserTokens _newest = first;

    public SessionUse Use => use;

    public async ValueTask<UserTokens> GetAsync(CancellationToken cancellationToken)
    {
        var outcome = await refresh.EnsureFreshAsync(_newest, use, cancellationToken);
        return _newest = DigitalOceanAccessException.ThrowIfUnusable(outcome);
    }

    public void GoOnWith(UserTokens newer) => _newest = newer;

    public RefusedRequest? Refused(bool isInVain = false) => null;
}
