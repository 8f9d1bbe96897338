using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>An application registered at DigitalOcean, as its annotated class declares it. Created by generated code.</summary>
public sealed class DigitalOceanApplication
{
    /// <summary>The name of the OAuth scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>The name of the session's cookie scheme: the OAuth scheme followed by <c>.Session</c>.</summary>
    public string SessionScheme => _sessionScheme ??= Scheme + ".Session";

    /// <summary>The configuration section that contains the client ID, the client secret and the addresses.</summary>
    public required string ConfigurationSection { get; init; }

    /// <summary>The route pattern of the login endpoint.</summary>
    public required string LoginPath { get; init; }

    /// <summary>The route pattern of the callback endpoint.</summary>
    public required string CallbackPath { get; init; }

    /// <summary>The route pattern of the logout endpoint.</summary>
    public required string LogoutPath { get; init; }

    /// <summary>The route pattern of the disconnect endpoint.</summary>
    public required string DisconnectPath { get; init; }

    /// <summary>The route pattern of the user endpoint.</summary>
    public required string UserPath { get; init; }

    /// <summary>The scopes that every sign-in requests. If the user does not grant all of them, the sign-in fails.</summary>
    public required IReadOnlyList<string> RequiredScopes { get; init; }

    /// <summary>The scopes that are requested only when an endpoint needs them.</summary>
    public required IReadOnlyList<string> OptionalScopes { get; init; }

    /// <summary>The annotated class's hook that changes the options, or null.</summary>
    public Action<DigitalOceanOptions>? ConfigureOptions { get; init; }

    /// <summary>The annotated class's hook that changes the session cookie, or null.</summary>
    public Action<CookieAuthenticationOptions>? ConfigureCookie { get; init; }

    /// <summary>The annotated class's hook that runs when a user signs in, or null. Its result replaces the redirect.</summary>
    public Func<DigitalOceanSignIn, CancellationToken, Task<IResult?>>? OnSignedIn { get; init; }

    /// <summary>The annotated class's hook that runs when a sign-in fails, or null. Its result replaces the response.</summary>
    public Func<DigitalOceanFailure, CancellationToken, Task<IResult?>>? OnFailed { get; init; }

    internal bool Declares(string scope) => RequiredScopes.Contains(scope) || OptionalScopes.Contains(scope);

    internal string LoginEndpoint => Scheme + ".Login";

    internal string CallbackEndpoint => Scheme + ".Callback";

    internal string LogoutEndpoint => Scheme + ".Logout";

    internal string DisconnectEndpoint => Scheme + ".Disconnect";

    internal string UserEndpoint => Scheme + ".User";

    private string? _sessionScheme;
}
