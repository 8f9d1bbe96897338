using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using DoOAuth.Sandbox;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth.Testing;

/// <summary>Starts a session in the app as its callback does after DigitalOcean has answered.</summary>
internal static class TestSession
{
    /// <summary>Starts a session.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="address">The app's address.</param>
    /// <param name="signIn">Who is signed in, and what they granted.</param>
    /// <returns>The browser's cookies.</returns>
    public static async Task<CookieContainer> BeginAsync(IServiceProvider services, Uri address, TestSignIn signIn)
    {
        await using var scope = services.CreateAsyncScope();
        var application = Find(services, signIn.Scheme);
        var scopes = ScopesOf(application, signIn);
        var token = await CreateTokenAsync(services, scopes, signIn.User);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = (HttpMethods.Get, address.Scheme, HostString.FromUriComponent(address));

        // For hooks that ask for the request or the client. The value is this method's alone.
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        await SignInAsync(context, application, TicketFor(application, signIn.User, scopes, SessionTokens.From(token, now)));
        if (!HasSession(context, application))
        {
            throw new InvalidOperationException(
                $"The app does not let {signIn.User.Name} sign in: its answer is {context.Response.StatusCode}. See the hook OnSignedInAsync of {application.Scheme}.");
        }

        var cookies = new CookieContainer();
        foreach (var cookie in context.Response.Headers.SetCookie)
        {
            cookies.SetCookies(address, cookie!);
        }

        return cookies;
    }

    // A hook can refuse with any response, such as a redirect.
    private static bool HasSession(HttpContext context, DigitalOceanApplication application)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(application.SessionScheme);
        return context.Response.Headers.SetCookie.Any(cookie => cookie?.StartsWith(options.Cookie.Name + "=", StringComparison.Ordinal) == true);
    }

    private static DigitalOceanApplication Find(IServiceProvider services, string? scheme)
    {
        var all = services.GetServices<DigitalOceanApplication>().ToList();
        var known = string.Join(", ", all.Select(one => $"\"{one.Scheme}\""));
        return all.Count == 0 ? throw new InvalidOperationException("The app has no annotated class: its Add method was not called.")
            : scheme is null && all.Count > 1 ? throw new InvalidOperationException($"The app has several annotated classes. Set {nameof(TestSignIn)}.{nameof(TestSignIn.Scheme)} to one of {known}.")
            : scheme is null ? all[0]
            : all.FirstOrDefault(one => one.Scheme == scheme)
                ?? throw new ArgumentException($"The app has no scheme '{scheme}'. Set {nameof(TestSignIn)}.{nameof(TestSignIn.Scheme)} to one of {known}.");
    }

    // Without any scope, DigitalOcean grants read.
    private static string[] ScopesOf(DigitalOceanApplication application, TestSignIn signIn) =>
        signIn.Scopes.Count > 0 ? [.. signIn.Scopes] : application.RequiredScopes.Count > 0 ? [.. application.RequiredScopes] : ["read"];

    private static async Task<TokenAnswer> CreateTokenAsync(IServiceProvider services, string[] scopes, SandboxUser user)
    {
        if (services.GetService<DigitalOceanSandbox>() is { } sandbox)
        {
            if (!sandbox.Users.Contains(user))
            {
                throw new ArgumentException($"The sandbox has no user {user.Name}. Start it with options.Users.Add(user).");
            }

            var (accessToken, refreshToken) = await sandbox.CreatePairAsync(scopes, user);
            return new TokenAnswer { AccessToken = accessToken, RefreshToken = refreshToken, Lifetime = sandbox.AccessTokenLifetime };
        }

        return services.GetService<ScriptedDigitalOcean>() is not null
            ? new TokenAnswer { AccessToken = $"test-token-{Random()}", Lifetime = TimeSpan.FromDays(30) }
            : throw new InvalidOperationException(
                "Nothing answers instead of DigitalOcean. Call WithSandbox(sandbox) or WithDigitalOcean(handler) on the factory, or UseSandbox(sandbox) or UseDigitalOcean(handler) on the web host.");
    }

    private static AuthenticationTicket TicketFor(DigitalOceanApplication application, SandboxUser user, string[] scopes, SessionTokens tokens)
    {
        var properties = new AuthenticationProperties();
        tokens.WriteTo(properties);
        SessionTokens.SetSessionId(properties, Random());
        var account = new AccountInfo(user.Uuid, user.Email, user.Name, user.TeamUuid, user.TeamName);
        var identity = DigitalOceanIdentity.Create(account, GrantedScopes.From(scopes), application.Scheme);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, application.Scheme);
    }

    private static async Task SignInAsync(DefaultHttpContext context, DigitalOceanApplication application, AuthenticationTicket ticket)
    {
        var services = context.RequestServices;
        var scheme = await services.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(application.Scheme);
        var options = services.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>().Get(application.Scheme);
        var own = options.EventsType is { } type ? (OAuthEvents)services.GetRequiredService(type) : options.Events;
        var events = new SignInEvents(own, services.GetRequiredKeyedService<SignInCompletion>(application.Scheme));
        await events.TicketReceived(new TicketReceivedContext(context, scheme!, options, ticket) { ReturnUri = "/" });
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
