using Sdk;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a library's options get the client, or a function that gives it
app.MapGet("/1", (Deck.Client digitalOcean) => new OptionSdk(new SdkOptions { Later = async () => { await Task.Yield(); return digitalOcean; } }).Load("/v2/cdn/endpoints"));
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Cdn.Read)]
public static partial class Deck;
