using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

app.MapGet("/1", (Store<Droplet> store) => store.All());
app.MapGet("/2", (Store<Summary> store) => store.All());
app.Run();

public interface IEntity { static abstract string Path { get; } }
public class Droplet : IEntity { public static string Path => "/v2/tags"; }
public class Summary : IEntity { public static string Path => "/v2/tags"; }
public class Store<T>(DigitalOceanClient client) where T : IEntity { public Task<string> All() => client.GetStringAsync(T.Path); } // expect: DOO102 tag:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
