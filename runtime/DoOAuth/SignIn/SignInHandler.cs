using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary>
/// The handler of an application's OAuth scheme: <see cref="DigitalOceanOAuthHandler"/>, without being a request handler. The authentication middleware
/// creates every request handler for every request, to look for a callback. This callback is a routed endpoint, so that it can be mapped anywhere.
/// </summary>
internal sealed class SignInHandler : IAuthenticationHandler
{
    private DigitalOceanOAuthHandler? _oauth;

    /// <summary>The path to which a failed sign-in would have returned, once it is read from the state.</summary>
    public string? ReturnUrl => _oauth?.ReturnUrl;

    private DigitalOceanOAuthHandler OAuth => _oauth ?? throw new InvalidOperationException("The handler is not initialized.");

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        _oauth = context.RequestServices.GetRequiredService<DigitalOceanOAuthHandler>();
        return _oauth.InitializeAsync(scheme, context);
    }

    /// <summary>Handles the callback.</summary>
    public Task HandleCallbackAsync() => OAuth.HandleRequestAsync();

    public Task<AuthenticateResult> AuthenticateAsync() => OAuth.AuthenticateAsync();

    public Task ChallengeAsync(AuthenticationProperties? properties) => OAuth.ChallengeAsync(properties);

    public Task ForbidAsync(AuthenticationProperties? properties) => OAuth.ForbidAsync(properties);
}
