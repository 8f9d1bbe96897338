using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<IAccess, Access>();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a service behind an interface asks
app.MapGet("/1", async (IAccess access, DigitalOceanClient client) => access.CanReadVpcs() ? Results.Text(await List(client)) : Results.Forbid());
app.MapGet("/2", async (IAccess access, DigitalOceanUser user, DigitalOceanClient client) => { access.Demand(user, Scopes.Vpc.Read); return await List(client); });
// case: another scope
app.MapGet("/3", async (IAccess access, DigitalOceanClient client) => access.CanReadProjects() ? Results.Text(await List(client)) : Results.Forbid()); // expect: DOO103 vpc:read
app.Run();

public interface IAccess { bool CanReadVpcs(); bool CanReadProjects(); void Demand(DigitalOceanUser user, string scope); }
public class Access(DigitalOceanUser user) : IAccess
{
    public bool CanReadVpcs() => user.HasScope(Scopes.Vpc.Read);
    public bool CanReadProjects() => user.HasScope(Scopes.Project.Read);
    public void Demand(DigitalOceanUser user, string scope) { if (!user.HasScope(scope)) { throw new UnauthorizedAccessException(); } }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
