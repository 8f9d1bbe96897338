using Microsoft.AspNetCore.SignalR;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

app.MapHub<VpcHub>("/hub");
app.Run();

public class VpcHub(DigitalOceanClient client) : Hub
{
    // case: the connection is refused where the scope is missing
    public override Task OnConnectedAsync() { if (Context.User?.HasClaim("scope", Scopes.Vpc.Read) is not true) { throw new HubException("no"); } return base.OnConnectedAsync(); }
    public Task<string> List() => client.GetStringAsync("/v2/vpcs");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
