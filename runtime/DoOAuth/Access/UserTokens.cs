namespace DoOAuth;

/// <summary>The tokens that a call to the API is made with, and the session that they belong to.</summary>
internal sealed record UserTokens(string SessionId, SessionTokens Tokens);
