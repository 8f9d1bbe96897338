using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped(typeof(Repository<>));
var app = builder.Build();
app.MapDeck();
app.MapGet("/{kind}", (string kind, IServiceProvider services) => ((IRepository)services.GetRequiredService(typeof(Repository<>).MakeGenericType(Type.GetType("Kinds." + kind)!))).List()).RequireAccountRead();
app.Run();

// case: a repository whose type argument only the run knows
interface IRepository { Task<string> List(); }
class Repository<T>(DigitalOceanClient client) : IRepository { public Task<string> List() => client.GetStringAsync($"/v2/{typeof(T).Name}"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Database.Read)]
public static partial class Deck;
