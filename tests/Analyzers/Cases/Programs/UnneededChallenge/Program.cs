using Microsoft.AspNetCore.Authentication.OAuth;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: ASP.NET Core's own way to ask for a scope; DoOAuth's handler passes it on
app.MapGet("/apps", () => Results.Challenge(new OAuthChallengeProperties { Scope = [Scopes.App.Read] }, [Deck.Scheme]));
app.Run();



[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.App.Read, Optional = true)]
public static partial class Deck;
