using Sdk;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a library gets the client by a delegate
app.MapGet("/1", (DigitalOceanClient digitalOcean) => new FuncSdk(() => digitalOcean).Load("/v2/cdn/endpoints")); // expect: DOO103 cdn:read
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Cdn.Read)]
public static partial class Deck;
