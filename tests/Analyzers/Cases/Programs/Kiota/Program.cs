using DoOAuth;
using Generated;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddScoped(services => new ApiClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: services.GetRequiredService<DigitalOceanClient>())));
var app = builder.Build();
app.MapDropletDeck();

// case: builders
app.MapGet("/a1", (ApiClient client) => client.V2.Droplets.GetAsync()).RequireAccountRead(); // expect: DOO102 droplet:read
app.MapPost("/a2", (ApiClient client) => client.V2.Droplets.PostAsync("x")).RequireAccountRead(); // expect: DOO102 droplet:create
app.MapGet("/a3", (ApiClient client, int id) => client.V2.Droplets[id].GetAsync()).RequireAccountRead(); // expect: DOO102 droplet:read
app.MapDelete("/a4", (ApiClient client, int id) => client.V2.Droplets[id].DeleteAsync()).RequireAccountRead(); // expect: DOO102 droplet:delete
app.MapPost("/a5", async (ApiClient client, int id) =>
{
    var droplet = client.V2.Droplets[id];
    return await droplet.Actions.PostAsync("x"); // expect: DOO102 droplet:update
}).RequireAccountRead();
app.MapGet("/a6", (ApiClient client) => client.V2.Account.GetAsync()).RequireAccountRead();
app.MapGet("/a7", (ApiClient client) => client.V2.Account.GetAsync()); // expect: DOO103 account:read
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
