using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>A session and its tokens, as somebody knows them.</summary>
internal sealed record UserTokens(string SessionId, SessionTokens Tokens)
{
    /// <summary>What a ticket's properties hold of it; null where they are none of a session's.</summary>
    public static UserTokens? Read(AuthenticationProperties? properties) =>
        SessionTokens.SessionId(properties) is { } sessionId && SessionTokens.Read(properties) is { } tokens ? new UserTokens(sessionId, tokens) : null;

    public override string ToString() => $"{nameof(UserTokens)} {{ {Tokens} }}";
}
