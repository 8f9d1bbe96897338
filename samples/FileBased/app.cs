#:sdk Microsoft.NET.Sdk.Web
#:package DoOAuth@0.1.0
#:property PublishAot=false

using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();

var app = builder.Build();
app.MapDropletDeck();
app.MapGet("/droplets", async (DigitalOceanUser user, DigitalOceanClient digitalOcean, CancellationToken cancel) =>
    {
        var answer = await digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets", cancel);
        return new DropletCount(user.Name, answer.GetProperty("meta").GetProperty("total").GetInt32());
    })
   .RequireDropletRead();
app.Run();

internal sealed record DropletCount(string? Owner, int Droplets);

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class DropletDeck;
