using Microsoft.AspNetCore.Mvc;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the type looks at the header of the request that it gets, or at an address of that name, and sets none
class Check(HttpClient http)
{
    public async Task<IResult> Droplets(HttpContext context)
    {
        if (!context.Request.Headers.ContainsKey("Authorization")) return Results.Unauthorized();
        return Results.Text(await http.GetStringAsync("https://api.digitalocean.com/v2/droplets")); // expect: DOO102 droplet:read
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
