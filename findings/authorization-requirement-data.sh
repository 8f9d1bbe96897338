#!/bin/sh
# ASP.NET Core's docs show how an attribute can provide its own requirement: it derives from AuthorizeAttribute and implements
# IAuthorizationRequirementData. An endpoint responds with 403 to a user who does not meet the requirement. Most people expect the attribute to
# work the same way on a hub's method and on a Blazor page, as [Authorize(Roles = "...")] does.
#
# What happens (SDK 10.0.401, ASP.NET Core 10.0.12, Microsoft.AspNetCore.SignalR.Client 10.0.15, 2026-11-30): on a hub's method, and on a page
# that AuthorizeRouteView shows, only the AuthorizeAttribute is read. The requirement's handler is never called, and there is no error, warning
# or log. On a hub's method, an attribute that only implements the interfaces is not read at all. So in .NET 10, use a named policy there,
# [Authorize(Policy = "...")].
#
# Source: https://github.com/dotnet/AspNetCore.Docs/issues/37340 and https://github.com/dotnet/AspNetCore.Docs/pull/37393: "In earlier versions"
# than .NET 11 "these attributes are only enforced on Minimal API and routed endpoints"; .NET 11 reads them on hubs and in Blazor too.
# Exits non-zero when that changes. Needs the .NET 10 SDK; installs the package in a temporary folder. Listens on 127.0.0.1 only.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > requirement.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.AspNetCore.SignalR.Client" Version="10.0.15" /></ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

// One user, Ada, signed in with the framework's bearer tokens. She has neither the claim "member" nor the role "admin".
var ada = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ada")], BearerTokenDefaults.AuthenticationScheme));

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
builder.Services.AddAuthorization(options => options.AddPolicy("member", policy => policy.AddRequirements(new MemberRequirement())));
builder.Services.AddSingleton<IAuthorizationHandler, MemberHandler>();
builder.Services.AddSignalR();
builder.Services.AddRazorComponents();
builder.Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(ada));
await using var app = builder.Build();
app.MapGet("/sign-in", () => TypedResults.SignIn(ada, authenticationScheme: BearerTokenDefaults.AuthenticationScheme));
app.MapGet("/endpoint", [Member] () => "let through");
app.MapHub<Rooms>("/hub");
await app.StartAsync();

using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
var token = (await client.GetFromJsonAsync<AccessTokenResponse>("/sign-in"))!.AccessToken;
client.DefaultRequestHeaders.Authorization = new("Bearer", token);
await using var hub = new HubConnectionBuilder()
    .WithUrl(new Uri(client.BaseAddress, "/hub"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(token))
    .Build();
await hub.StartAsync();

async Task<string> Endpoint() => $"{(int)(await client.GetAsync("/endpoint")).StatusCode}";

async Task<string> Method(string name)
{
    try
    {
        return await hub.InvokeAsync<string>(name);
    }
    catch (HubException refused) when (refused.Message.Contains("unauthorized"))
    {
        return "refused";
    }
}

// What Blazor's router does when a user goes from one page to the next.
async Task<string> Page<T>()
{
    await using var scope = app.Services.CreateAsyncScope();
    await using var renderer = new HtmlRenderer(scope.ServiceProvider, app.Services.GetRequiredService<ILoggerFactory>());
    return await renderer.Dispatcher.InvokeAsync(async () =>
    {
        RenderFragment<AuthenticationState> refused = _ => content => content.AddContent(0, "refused");
        var shown = await renderer.RenderComponentAsync<AuthorizeRouteView>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(AuthorizeRouteView.RouteData)] = new Microsoft.AspNetCore.Components.RouteData(typeof(T), new Dictionary<string, object?>()),
            [nameof(AuthorizeRouteView.NotAuthorized)] = refused,
        }));
        return shown.ToHtmlString();
    });
}

var same = true;
async Task See(string what, Func<Task<string>> ask, string expected, int expectedAsked)
{
    MemberHandler.Asked = 0;
    var answer = await ask();
    same &= answer == expected && MemberHandler.Asked == expectedAsked;
    Console.WriteLine($"{what,-62} {answer,-12} handler asked {MemberHandler.Asked} times");
}

await See("endpoint, attribute with a requirement", Endpoint, "403", 1);
await See("hub's method, role", () => Method(nameof(Rooms.Role)), "refused", 0);
await See("hub's method, attribute with a requirement", () => Method(nameof(Rooms.Requirement)), "let through", 0);
await See("hub's method, attribute that only implements the interfaces", () => Method(nameof(Rooms.Interfaces)), "let through", 0);
await See("hub's method, named policy", () => Method(nameof(Rooms.Policy)), "refused", 1);
await See("Blazor page, role", Page<RolePage>, "refused", 0);
await See("Blazor page, attribute with a requirement", Page<RequirementPage>, "let through", 0);
await See("Blazor page, named policy", Page<PolicyPage>, "refused", 1);
return same ? 0 : 1;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
sealed class MemberAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new MemberRequirement()];
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
sealed class MemberByInterfacesAttribute : Attribute, IAuthorizeData, IAuthorizationRequirementData
{
    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new MemberRequirement()];
}

sealed class MemberRequirement : IAuthorizationRequirement;

sealed class MemberHandler : AuthorizationHandler<MemberRequirement>
{
    public static int Asked;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MemberRequirement requirement)
    {
        Interlocked.Increment(ref Asked);
        if (context.User.HasClaim(claim => claim.Type == "member"))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

sealed class Rooms : Hub
{
    [Authorize(Roles = "admin")]
    public string Role() => "let through";

    [Member]
    public string Requirement() => "let through";

    [MemberByInterfaces]
    public string Interfaces() => "let through";

    [Authorize(Policy = "member")]
    public string Policy() => "let through";
}

abstract class TextPage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "let through");
}

[Authorize(Roles = "admin")]
sealed class RolePage : TextPage;

[Member]
sealed class RequirementPage : TextPage;

[Authorize(Policy = "member")]
sealed class PolicyPage : TextPage;

sealed class SignedIn(ClaimsPrincipal user) : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
}
P
timeout 120 dotnet run
