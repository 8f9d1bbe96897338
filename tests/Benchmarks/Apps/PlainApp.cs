using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using DoOAuth.Benchmarks.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth.Benchmarks.Apps;

/// <summary>
/// The same app with what ASP.NET Core has: <c>AddCookie</c> and <c>AddOAuth</c> as the sample of ASP.NET Core's repository (SocialSample) and its
/// documentation show them, with the question who is signed in.
/// </summary>
internal static class PlainApp
{
    public const string CallbackPath = "/signin-digitalocean";

    // As OAuth writes granted scopes: one claim, with spaces between.
    private const string ScopeClaim = "scope";

    /// <summary>Starts it.</summary>
    public static Task<HostedApp> StartAsync(KeyFolder keys, StandInProvider provider) => HostedApp.StartAsync(
        keys,
        builder =>
        {
            builder.Services
                .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
                .AddCookie()
                .AddOAuth("DigitalOcean", options => Configure(options, provider));
            builder.Services.AddAuthorizationBuilder().AddPolicy("droplets", policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(static context => context.User.FindFirst(ScopeClaim)?.Value.Split(' ').Contains(Scopes.Droplet.Read) == true));
        },
        app =>
        {
            app.MapGet("/login", (string returnUrl) => Results.Challenge(new AuthenticationProperties { RedirectUri = returnUrl }, ["DigitalOcean"]));
            app.MapGet("/home", (ClaimsPrincipal user) => new HomePage(
                user.FindFirstValue(ClaimTypes.NameIdentifier), user.FindFirstValue(ClaimTypes.Name), user.FindFirstValue(ClaimTypes.Email), user.FindFirstValue("team:name")))
                .RequireAuthorization();
            app.MapGet("/open", Ok);
            app.MapGet("/authorized", Ok).RequireAuthorization();
            app.MapGet("/policy", Ok).RequireAuthorization("droplets");
        });

    private static void Configure(OAuthOptions options, StandInProvider provider)
    {
        options.ClientId = StandInProvider.ClientId;
        options.ClientSecret = StandInProvider.ClientSecret;
        options.CallbackPath = CallbackPath;
        options.AuthorizationEndpoint = "https://cloud.digitalocean.com/v1/oauth/authorize";
        options.TokenEndpoint = "https://cloud.digitalocean.com/v1/oauth/token";
        options.UserInformationEndpoint = "https://api.digitalocean.com/v2/account";
        options.Scope.Add(Scopes.Account.Read);
        options.Scope.Add(Scopes.Droplet.Read);
        options.SaveTokens = true;
        options.UsePkce = true;
        options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, "uuid");
        options.ClaimActions.MapJsonKey(ClaimTypes.Name, "name");
        options.ClaimActions.MapJsonKey(ClaimTypes.Email, "email");
        options.ClaimActions.MapJsonSubKey("team:uuid", "team", "uuid");
        options.ClaimActions.MapJsonSubKey("team:name", "team", "name");
        options.BackchannelHttpHandler = provider;
        options.Events = new OAuthEvents { OnCreatingTicket = AskWhoIsSignedInAsync };
    }

    private static async Task AskWhoIsSignedInAsync(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        context.RunClaimActions(user.RootElement.GetProperty("account"));

        // The policy reads it. What was granted is what was asked for, where the answer does not say.
        context.Identity!.AddClaim(new Claim(ScopeClaim, string.Join(' ', context.Options.Scope)));
    }

    private static Task Ok(HttpContext context) => Task.CompletedTask;
}
