namespace DoOAuth.Sandbox.Faults;

/// <summary>What can go wrong. In the text form, a kind's name is lowercase with hyphens: <c>no-refresh-token</c>.</summary>
public enum SandboxFaultKind
{
    /// <summary>The user refuses: the app gets <c>error=access_denied</c>, and the consent page is not shown.</summary>
    RefuseConsent,

    /// <summary>Nobody is signed in at DigitalOcean: <c>prompt=none</c> gets <c>error=login_required</c>.</summary>
    SignedOut,

    /// <summary>The app gets the error in the value, such as <c>server_error</c>.</summary>
    AuthorizeError,

    /// <summary>The response is delayed by the value (<c>2s</c>, <c>500ms</c>). Can be combined with any other fault.</summary>
    Slow,

    /// <summary>The response is an error page with the value as its status, such as 503.</summary>
    Status,

    /// <summary>The response is the OAuth error in the value, such as <c>invalid_grant</c> or <c>invalid_client</c>.</summary>
    OAuthError,

    /// <summary>The connection is closed before the request is processed.</summary>
    Drop,

    /// <summary>The request is processed, then the connection is closed. A refresh token has been used, and the new one is lost.</summary>
    LoseAnswer,

    /// <summary>The response never ends. It is sent in small parts until the caller closes the connection.</summary>
    Endless,

    /// <summary>The response is valid, and its size in bytes is the value (default: 8 MiB).</summary>
    Oversized,

    /// <summary>The response is a redirect (307) to the address in the value (default: the sandbox's home page, <c>/</c>).</summary>
    Redirect,

    /// <summary>The response is an HTML page with status 200 instead of JSON.</summary>
    Html,

    /// <summary>The response ends in the middle of the JSON.</summary>
    BrokenJson,

    /// <summary>The response is JSON with status 200, but contains no token.</summary>
    ForeignShape,

    /// <summary>The response has no <c>scope</c>.</summary>
    NoScope,

    /// <summary>There is no <c>token_type</c>. An old field, <c>bearer</c>, has the value <c>bearer</c> instead.</summary>
    LegacyBearer,

    /// <summary><c>token_type</c> is the value, or missing if there is no value.</summary>
    TokenType,

    /// <summary>The response has no <c>expires_in</c>.</summary>
    NoExpiresIn,

    /// <summary><c>expires_in</c> is a string.</summary>
    ExpiresInString,

    /// <summary>The response has no <c>info</c>.</summary>
    NoInfo,

    /// <summary><c>info</c> has no <c>uuid</c>.</summary>
    NoInfoUuid,

    /// <summary><c>info</c> has no <c>email</c>.</summary>
    NoInfoEmail,

    /// <summary><c>info</c> has no <c>name</c>.</summary>
    NoInfoName,

    /// <summary><c>info</c> has no <c>team_uuid</c> and no <c>team_name</c>.</summary>
    NoInfoTeam,

    /// <summary><c>read write</c> is returned as <c>api:read api:write</c>.</summary>
    ApiScopeNames,

    /// <summary>The response has no <c>refresh_token</c>. In a refresh, the old one stays valid.</summary>
    NoRefreshToken,

    /// <summary>The scopes in the value are granted, whatever the app requests.</summary>
    Grant,

    /// <summary>The tokens expire after the time in the value: <c>1m</c> for a minute, <c>0</c> for tokens that have already expired.</summary>
    Lifetime,

    /// <summary><c>/v2/account</c> describes another user than the one who signed in.</summary>
    OtherAccount,

    /// <summary><c>/v2/account</c> has no <c>name</c>, <c>team</c> and limits, as with narrow scopes.</summary>
    NarrowAccount,

    /// <summary>
    /// Revocation rejects a request that authenticates both with the bearer token and with the client's credentials
    /// (<c>invalid_request</c>; RFC 6749 section 2.3). DigitalOcean accepts it.
    /// </summary>
    OneAuthentication,

    /// <summary>
    /// Revocation requires the client's credentials in the form, and rejects a request with the bearer token only (<c>invalid_client</c>).
    /// DigitalOcean accepts it.
    /// </summary>
    ClientOnly,

    /// <summary>
    /// Revoking an access token leaves the refresh token that was issued with it valid. DigitalOcean does not document which of the two
    /// its server does.
    /// </summary>
    KeepRefreshToken,
}
