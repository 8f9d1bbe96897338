using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>A session and its tokens, as known to the caller.</summary>
internal sealed record UserTokens(string SessionId, SessionTokens Tokens)
{
    /// <summary>Reads the session from a ticket's properties; null if they are not those of a session.</summary>
    public static UserTokens? Read(AuthenticationProperties? properties) =>
        SessionTokens.SessionId(properties) is { } sessionId && SessionTokens.Read(properties) is { } tokens ? new UserTokens(sessionId, tokens) : null;

    public override string ToString() => $"{nameof(UserTokens)} {{ {Tokens} }}";
}
