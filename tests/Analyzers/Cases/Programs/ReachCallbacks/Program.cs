using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: two objects with a callback, one of which calls
var column = new Column { Load = _ => Task.FromResult("x") };
var other = new Column { Load = client => client.GetStringAsync("/v2/vpcs") };
app.MapGet("/1", (DigitalOceanClient client) => column.Load(client));
app.MapGet("/2", (DigitalOceanClient client) => other.Load(client)); // expect: DOO103 vpc:read
// case: a table of functions, by a constant key
app.MapGet("/3", (DigitalOceanClient client) => Table.Actions["name"](client));
app.MapGet("/4", (DigitalOceanClient client) => Table.Actions["vpcs"](client)); // expect: DOO103 vpc:read
app.Run();

public class Column { public required Func<DigitalOceanClient, Task<string>> Load { get; init; } }
public static class Table { public static readonly Dictionary<string, Func<DigitalOceanClient, Task<string>>> Actions = new() { ["name"] = _ => Task.FromResult("x"), ["vpcs"] = client => client.GetStringAsync("/v2/vpcs") }; }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
