using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the verb depends on whether there is a body
class Users(DigitalOceanClient client)
{
    public Task Me() => Send("/v2/account/keys");
    public Task Me2() => client.SendAsync(Request("/v2/account/keys"));
    private Task Send(string path, object? body = null) => client.SendAsync(new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path));
    private static HttpRequestMessage Request(string path, object? body = null) => new(body is null ? HttpMethod.Get : HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
