using DoOAuth;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddSignalR(options => options.AddFilter<AsksFirst>());
var app = builder.Build();
app.MapDeck();
app.MapHub<CdnHub>("/cdn");
app.Run();

// A filter of all hubs asks for cdn:read.
public class CdnHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints");

    // case: another scope than the filter asks for
    public Task<string> Keys() => client.GetStringAsync("/v2/account/keys"); // expect: DOO103 ssh_key:read
}

public class AsksFirst(DigitalOceanUser user) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext context, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (!user.HasScope(Scopes.Cdn.Read))
        {
            throw new HubException("no");
        }

        return await next(context);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Cdn.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
