using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: the question's scope is put together or chosen
app.MapGet("/1", async (DigitalOceanUser user, DigitalOceanClient client) => user.May(Permission.ReadVpcs) ? Results.Text(await List(client)) : Results.Forbid());
app.MapGet("/2", async (DigitalOceanUser user, DigitalOceanClient client) => user.May("vpc", "read") ? Results.Text(await List(client)) : Results.Forbid());
app.MapGet("/3", async (DigitalOceanUser user, DigitalOceanClient client) => user.HasScope(Names.All[0]) ? Results.Text(await List(client)) : Results.Forbid());
app.MapGet("/4", async (DigitalOceanUser user, DigitalOceanClient client) => user.HasScope(Names.Of("vpc")) ? Results.Text(await List(client)) : Results.Forbid());
app.Run();

public enum Permission { ReadVpcs, ReadProjects }
public static class Names { public static readonly string[] All = [Scopes.Vpc.Read, Scopes.Project.Read]; public static string Of(string resource) => resource + ":read"; }
public static class Access
{
    public static bool May(this DigitalOceanUser user, Permission permission) => user.HasScope(permission switch { Permission.ReadVpcs => Scopes.Vpc.Read, _ => Scopes.Project.Read });
    public static bool May(this DigitalOceanUser user, string resource, string verb) => user.HasScope($"{resource}:{verb}");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
