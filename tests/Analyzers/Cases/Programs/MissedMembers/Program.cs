using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a property's setter, and a base class's constructor that is called without being written
app.MapGet("/1", (Setter setter) => { setter.Name = "x"; }); // expect: DOO103 vpc:read
app.MapGet("/2", () => new Derived().Text); // expect: DOO103 vpc:read
app.Run();

public class Setter(DigitalOceanClient client) { public string Name { get => ""; set => client.GetStringAsync("/v2/vpcs").Wait(); } }
public class Base { public Base() { Text = new HttpClient().GetStringAsync("https://api.digitalocean.com/v2/vpcs").Result; } public string Text { get; } }
public class Derived : Base;

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
