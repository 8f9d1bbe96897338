using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddSingleton<Jobs>();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the client is given to code that a delegate holds, and nobody can tell what it does with it
class Jobs { private readonly Dictionary<string, Func<HttpClient, string, Task>> _jobs = []; public void Add(string name, Func<HttpClient, string, Task> job) => _jobs[name] = job; public Task Run(string name, DigitalOceanClient client) => _jobs[name](client, name); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Delete)]
public static partial class Deck;
