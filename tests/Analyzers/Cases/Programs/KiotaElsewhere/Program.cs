using DoOAuth;
using Generated;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
var app = builder.Build();
app.MapDropletDeck();

// case: an adapter with another address
app.MapGet("/a1", () =>
{
    var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = "https://api.example.com" };
    return new ApiClient(adapter).V2.Droplets.GetAsync();
}).RequireAccountRead();
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
