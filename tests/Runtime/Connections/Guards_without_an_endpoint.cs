using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace DoOAuth.Tests.Connections;

/// <summary>SignalR and Blazor read the policy of a guard, and not the scopes that come beside it. Nobody may come through without them.</summary>
public sealed class Guards_without_an_endpoint : HubTests
{
    [Theory]
    [InlineData("/login", true, false, false)]
    [InlineData("/login?scope=droplet:create", true, true, false)]
    [InlineData("/login?scope=droplet:create%20droplet:delete", true, true, true)]
    public async Task A_hubs_method_asks_for_its_scopes(string login, bool mayRead, bool mayCreate, bool mayReplace)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer: false, app => app.MapHub<GuardedHub>("/guarded").RequireAuthorization());
        using var browser = await app.SignedInAsync(login);
        var hub = await ConnectAsync(browser, path: "/guarded");

        Assert.Equal(mayRead, await IsLetInAsync(hub, nameof(GuardedHub.Read)));
        Assert.Equal(mayCreate, await IsLetInAsync(hub, nameof(GuardedHub.Create)));
        Assert.Equal(mayReplace, await IsLetInAsync(hub, nameof(GuardedHub.Replace)));
    }

    // As AuthorizeRouteView does it.
    [Theory]
    [InlineData("/login", false)]
    [InlineData("/login?scope=droplet:create", true)]
    public async Task A_page_of_Blazor_asks_for_its_scopes_where_it_is_told_which_page_that_is(string login, bool mayCreate)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHubAsync(onServer: false, app => app.MapGet("/page", async (HttpContext context, IAuthorizationService service, IAuthorizationPolicyProvider policies) =>
        {
            var policy = await AuthorizationPolicy.CombineAsync(policies, typeof(CreatePage).GetCustomAttributes(inherit: true).OfType<IAuthorizeData>());
            var told = await service.AuthorizeAsync(context.User, new RouteData(typeof(CreatePage), new Dictionary<string, object?>()), policy!);
            var untold = await Record.ExceptionAsync(() => service.AuthorizeAsync(context.User, resource: null, policy!));
            return Results.Json(new { told = told.Succeeded, untold = untold?.Message });
        }).RequireDropletRead());
        using var browser = await app.SignedInAsync(login);
        var page = await browser.GetAsync("/page");

        Assert.Equal(mayCreate, (bool)page.Json["told"]!);
        Assert.Contains("Resource=\"routeData\"", (string?)page.Json["untold"], StringComparison.Ordinal);
    }

    private static async Task<bool> IsLetInAsync(HubConnection hub, string method)
    {
        try
        {
            return await hub.InvokeAsync<string>(method) == hub.ConnectionId;
        }
        catch (HubException exception) when (exception.Message.Contains("unauthorized", StringComparison.Ordinal))
        {
            return false;
        }
    }

    [RequireScope(Scopes.Droplet.Create)]
    private sealed class CreatePage : ComponentBase;
}
