using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: the answer is in a property, a field, a record or a tuple
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => { var can = new Permissions(user); return can.ReadVpcs ? Results.Text(await List(client)) : Results.Forbid(); });
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => { var can = new Can(user.HasScope(Scopes.Vpc.Read), false); return can.Read ? Results.Text(await List(client)) : Results.Forbid(); });
app.MapGet("/3", (VpcPage page) => page.Load());
app.MapGet("/4", async (DigitalOceanUser user, DigitalOceanClient client) => { var check = Check.Of(user); if (!check.Ok) { return check.Refusal!; } return Results.Text(await List(client)); });
app.MapGet("/5", async (DigitalOceanUser user, DigitalOceanClient client) => { var (ok, refusal) = Pair(user); if (!ok) { return refusal!; } return Results.Text(await List(client)); });
static (bool Ok, IResult? Refusal) Pair(DigitalOceanUser user) => user.HasScope(Scopes.Vpc.Read) ? (true, null) : (false, Results.Forbid());
app.Run();

public class Permissions(DigitalOceanUser user) { public bool ReadVpcs { get; } = user.HasScope(Scopes.Vpc.Read); }
public record Can(bool Read, bool Delete);
public class VpcPage(DigitalOceanUser user, DigitalOceanClient client)
{
    private readonly bool _mayRead = user.HasScope(Scopes.Vpc.Read);
    public Task<string> Load() => _mayRead ? client.GetStringAsync("/v2/vpcs") : Task.FromResult("");
}
public record Check(bool Ok, IResult? Refusal) { public static Check Of(DigitalOceanUser user) => user.HasScope(Scopes.Vpc.Read) ? new(true, null) : new(false, Results.Forbid()); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
