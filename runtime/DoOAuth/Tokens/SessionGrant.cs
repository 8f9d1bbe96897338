namespace DoOAuth;

/// <summary>The tokens that DigitalOcean granted to a session, to revoke when it ends.</summary>
/// <param name="SessionId">The session's id.</param>
/// <param name="AccessToken">Its last access token.</param>
/// <param name="RefreshToken">Its last refresh token, or null.</param>
internal sealed record SessionGrant(string SessionId, string AccessToken, string? RefreshToken)
{
    public static SessionGrant Of(UserTokens user) => new(user.SessionId, user.Tokens.AccessToken, user.Tokens.RefreshToken);

    public override string ToString() => nameof(SessionGrant);
}
