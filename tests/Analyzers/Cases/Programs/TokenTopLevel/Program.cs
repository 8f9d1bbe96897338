using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var robot = new HttpClient { BaseAddress = new Uri("https://api.digitalocean.com") };
robot.DefaultRequestHeaders.Authorization = new("Bearer", builder.Configuration["Robot:Token"]);
Console.WriteLine(await robot.GetStringAsync("/v2/droplets"));
var app = builder.Build();
app.MapDeck();
app.MapGet("/a", (DigitalOceanClient client) => client.GetStringAsync("/v2/account")).RequireAccountRead();
app.Run();

// case: a program's statements make a client, give it the app's own token and use it: quiet

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
