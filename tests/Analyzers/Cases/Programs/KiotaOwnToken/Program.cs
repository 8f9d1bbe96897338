using DoOAuth;
using Generated;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
var app = builder.Build();
app.MapDropletDeck();

// case: a token of its own
app.MapGet("/a1", () => new ApiClient(new HttpClientRequestAdapter(new ApiKeyAuthenticationProvider("x", "Authorization", ApiKeyAuthenticationProvider.KeyLocation.Header))).V2.Droplets.GetAsync()).RequireAccountRead();
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
