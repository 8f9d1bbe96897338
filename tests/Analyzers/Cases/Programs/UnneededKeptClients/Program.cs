using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: clients in an array, and in an iterator
app.MapGet("/1", (Listed listed) => listed.Work());
app.MapGet("/2", (Yielding yielding) => yielding.Work());
app.Run();

public class Listed(DigitalOceanClient digitalOcean, HttpClient other)
{
    private readonly HttpClient[] _all = [digitalOcean, other];
    public Task Work() => Task.WhenAll(_all.Select(http => http.GetStringAsync("/v2/certificates")));
}
public class Yielding(DigitalOceanClient digitalOcean, HttpClient other)
{
    private IEnumerable<HttpClient> All() { yield return digitalOcean; yield return other; }
    public async Task Work() { foreach (var http in All()) { await http.GetStringAsync("/v2/domains"); } }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
public static partial class Deck;
