using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddRazorPages();
var app = builder.Build();
app.MapDeck();
app.MapRazorPages();
app.Run();

// Certificate.Read is needed, by Pages/Index.cshtml: DOO104 must stay quiet. What a page calls and is not declared is DOO102, in the page.

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
public static partial class Deck;
