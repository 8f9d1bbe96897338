namespace DoOAuth.Sandbox.Faults;

/// <summary>The endpoints that a fault can apply to. You can combine them.</summary>
[Flags]
public enum SandboxEndpoint
{
    /// <summary>No endpoint.</summary>
    None = 0,

    /// <summary>The authorize page: <c>/v1/oauth/authorize</c>.</summary>
    Authorize = 1,

    /// <summary>The exchange of a code for tokens: <c>/v1/oauth/token</c>.</summary>
    Token = 2,

    /// <summary>A refresh, at <c>/v1/oauth/token</c> or <c>/v1/oauth/refresh</c>.</summary>
    Refresh = 4,

    /// <summary>Revocation: <c>/v1/oauth/revoke</c>.</summary>
    Revoke = 8,

    /// <summary>Introspection: <c>/v1/oauth/token/info</c>.</summary>
    Info = 16,

    /// <summary>The API, except <c>/v2/account</c>.</summary>
    Api = 32,

    /// <summary><c>/v2/account</c>.</summary>
    Account = 64,

    /// <summary>The registration of clients: <c>/v1/oauth/register</c>.</summary>
    Register = 128,
}
