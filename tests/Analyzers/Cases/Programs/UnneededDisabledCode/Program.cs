using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

#if PREMIUM
// case: code of another build configuration
app.MapGet("/1", (DigitalOceanClient digitalOcean) => digitalOcean.GetStringAsync("/v2/domains")).RequireDomainRead();
#endif
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
public static partial class Deck;
