using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a fluent builder of requests: the verb is set by the last step
class Call
{
    private HttpMethod _verb = HttpMethod.Get;
    private string _path = "/v2/1-clicks";
    public static Call To(string path) => new Call().Path(path);
    public Call Path(string path) { _path = path; return this; }
    public Call Delete() { _verb = HttpMethod.Delete; return this; }
    public HttpRequestMessage Build() => new(_verb, _path);
}
class Users(DigitalOceanClient client)
{
    public Task A() => client.SendAsync(Call.To("/v2/account").Build());
    public Task B() => client.SendAsync(Call.To("/v2/volumes/1").Delete().Build()); // expect: DOO102 block_storage:delete
    public Task C() { var call = new Call(); call.Path("/v2/account"); return client.SendAsync(call.Build()); }
    public Task D() { var call = new Call().Path("/v2/droplets"); call = new Call().Path("/v2/account"); return client.SendAsync(call.Build()); }
    public Task E() { var call = new Call().Path("/v2/droplets"); call.Path("/v2/account"); return client.SendAsync(call.Build()); }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
