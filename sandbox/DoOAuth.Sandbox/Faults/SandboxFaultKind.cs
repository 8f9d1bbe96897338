namespace DoOAuth.Sandbox.Faults;

/// <summary>What can go wrong. In text, a kind is written in lower case with hyphens: <c>no-refresh-token</c>.</summary>
public enum SandboxFaultKind
{
    /// <summary>The user refuses: <c>error=access_denied</c> comes back without the consent page being shown.</summary>
    RefuseConsent,

    /// <summary>Nobody is signed in at DigitalOcean: <c>prompt=none</c> gets <c>error=login_required</c>.</summary>
    SignedOut,

    /// <summary>The authorization comes back with the error that the value names, such as <c>server_error</c>.</summary>
    AuthorizeError,

    /// <summary>The answer takes as long as the value says (<c>2s</c>, <c>500ms</c>). Goes together with any other fault.</summary>
    Slow,

    /// <summary>The answer is an error page with the value as its status, such as 503.</summary>
    Status,

    /// <summary>The answer is the OAuth error that the value names, such as <c>invalid_grant</c> or <c>invalid_client</c>.</summary>
    OAuthError,

    /// <summary>The connection is dropped before the request is looked at.</summary>
    Drop,

    /// <summary>The request is carried out, and then the connection is dropped: a refresh token is spent and its successor lost.</summary>
    LoseAnswer,

    /// <summary>An answer that never ends, a little at a time, until the caller goes away.</summary>
    Endless,

    /// <summary>A well-formed answer of as many bytes as the value says (default: 8 MiB).</summary>
    Oversized,

    /// <summary>A redirect (307) to the address that the value names (default: the sandbox's page, <c>/</c>).</summary>
    Redirect,

    /// <summary>A page of HTML with status 200 where JSON is due.</summary>
    Html,

    /// <summary>A body that stops in the middle of the JSON.</summary>
    BrokenJson,

    /// <summary>An answer that is JSON and 200, but somebody else's: no token in it.</summary>
    ForeignShape,

    /// <summary>The answer has no <c>scope</c>.</summary>
    NoScope,

    /// <summary><c>token_type</c> is absent, and a legacy field <c>bearer</c> says <c>true</c> instead.</summary>
    LegacyBearer,

    /// <summary><c>token_type</c> is the value, or absent where there is no value.</summary>
    TokenType,

    /// <summary>The answer has no <c>expires_in</c>.</summary>
    NoExpiresIn,

    /// <summary><c>expires_in</c> is a string.</summary>
    ExpiresInString,

    /// <summary>The answer has no <c>info</c>.</summary>
    NoInfo,

    /// <summary><c>info</c> has no <c>uuid</c>.</summary>
    NoInfoUuid,

    /// <summary><c>info</c> has no <c>email</c>.</summary>
    NoInfoEmail,

    /// <summary><c>info</c> has no <c>name</c>.</summary>
    NoInfoName,

    /// <summary><c>info</c> has no <c>team_uuid</c> and no <c>team_name</c>.</summary>
    NoInfoTeam,

    /// <summary><c>read write</c> comes back as <c>api:read api:write</c>.</summary>
    ApiScopeNames,

    /// <summary>The answer has no <c>refresh_token</c>; at a refresh, the old one goes on working.</summary>
    NoRefreshToken,

    /// <summary>The scopes of the value are granted, whatever was asked for.</summary>
    Grant,

    /// <summary>The tokens live as long as the value says: <c>0</c> for dead on arrival, <c>1m</c> for a minute.</summary>
    Lifetime,

    /// <summary><c>/v2/account</c> tells of another user than the one who signed in.</summary>
    OtherAccount,

    /// <summary><c>/v2/account</c> has no <c>name</c>, <c>team</c> and limits, as under narrow scopes.</summary>
    NarrowAccount,

    /// <summary>
    /// Revocation refuses a request that authenticates in two ways, by the bearer and by the client's credentials
    /// (<c>invalid_request</c>; RFC 6749 section 2.3). DigitalOcean takes it.
    /// </summary>
    OneAuthentication,

    /// <summary>
    /// Revocation wants the client's credentials in the form, and none is done by the bearer alone (<c>invalid_client</c>).
    /// To DigitalOcean the bearer is enough.
    /// </summary>
    ClientOnly,
}
