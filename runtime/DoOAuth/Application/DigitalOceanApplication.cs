using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>An application registered at DigitalOcean, as its annotated class declares it. Made by generated code.</summary>
public sealed class DigitalOceanApplication
{
    /// <summary>Name of the OAuth scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>Name of the session's cookie scheme: the OAuth scheme with <c>.Session</c> after it.</summary>
    public string SessionScheme => _sessionScheme ??= Scheme + ".Session";

    /// <summary>Section of the configuration that holds client id, secret and addresses.</summary>
    public required string ConfigurationSection { get; init; }

    /// <summary>Route pattern of login.</summary>
    public required string LoginPath { get; init; }

    /// <summary>Route pattern of the callback.</summary>
    public required string CallbackPath { get; init; }

    /// <summary>Route pattern of logout.</summary>
    public required string LogoutPath { get; init; }

    /// <summary>Route pattern of disconnect.</summary>
    public required string DisconnectPath { get; init; }

    /// <summary>Route pattern of the signed-in user.</summary>
    public required string UserPath { get; init; }

    /// <summary>Scopes asked for at every sign-in; without them nobody is signed in.</summary>
    public required IReadOnlyList<string> RequiredScopes { get; init; }

    /// <summary>Scopes asked for only when an endpoint needs them.</summary>
    public required IReadOnlyList<string> OptionalScopes { get; init; }

    /// <summary>The class's hook that changes options, if it has one.</summary>
    public Action<DigitalOceanOptions>? ConfigureOptions { get; init; }

    /// <summary>The class's hook that changes the session's cookie, if it has one.</summary>
    public Action<CookieAuthenticationOptions>? ConfigureCookie { get; init; }

    /// <summary>The class's hook that runs when a user signs in, if it has one. A result replaces the redirect.</summary>
    public Func<DigitalOceanSignIn, CancellationToken, Task<IResult?>>? OnSignedIn { get; init; }

    /// <summary>The class's hook that runs when a sign-in fails, if it has one. A result replaces the answer.</summary>
    public Func<DigitalOceanFailure, CancellationToken, Task<IResult?>>? OnFailed { get; init; }

    internal bool Declares(string scope) => RequiredScopes.Contains(scope) || OptionalScopes.Contains(scope);

    internal string LoginEndpoint => Scheme + ".Login";

    internal string CallbackEndpoint => Scheme + ".Callback";

    internal string LogoutEndpoint => Scheme + ".Logout";

    internal string DisconnectEndpoint => Scheme + ".Disconnect";

    internal string UserEndpoint => Scheme + ".User";

    private string? _sessionScheme;
}
