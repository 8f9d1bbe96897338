using DoOAuth;
using Feeds;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a class of another project that this one replaces
app.MapGet("/1", (DigitalOceanClient client) => new VpcFeed(client).Load()).RequireVpcRead();

// case: the class itself
app.MapGet("/2", (DigitalOceanClient client) => new Feed(client).Load()).RequireAccountRead();
app.Run();

sealed class VpcFeed(DigitalOceanClient client) : Feed(client)
{
    protected override string Path => "/v2/vpcs";
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
