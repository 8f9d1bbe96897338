using System.Security.Claims;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a method throws where the scope is missing; its name begins with none of the words that are looked for
app.MapGet("/1", async (ClaimsPrincipal user, DigitalOceanClient client) => { Access.MustReadVpcs(user); return await List(client); });
app.MapGet("/2", async (HttpContext context, DigitalOceanClient client) => { context.AllowOnlyVpcReaders(); return await List(client); });
app.MapGet("/3", (VpcService service) => service.ListAsync());
// case: another scope
app.MapGet("/4", async (ClaimsPrincipal user, DigitalOceanClient client) => { Access.MustReadProjects(user); return await List(client); }); // expect: DOO103 vpc:read
app.Run();

public static class Access
{
    public static void MustReadVpcs(ClaimsPrincipal user) { if (!user.HasClaim("scope", Scopes.Vpc.Read)) { throw new UnauthorizedAccessException(); } }
    public static void MustReadProjects(ClaimsPrincipal user) { if (!user.HasClaim("scope", Scopes.Project.Read)) { throw new UnauthorizedAccessException(); } }
    public static void AllowOnlyVpcReaders(this HttpContext context) { if (!context.User.HasClaim("scope", Scopes.Vpc.Read)) { throw new UnauthorizedAccessException(); } }
}
public class VpcService(DigitalOceanUser user, DigitalOceanClient client)
{
    public Task<string> ListAsync() { EnforceVpcs(); return client.GetStringAsync("/v2/vpcs"); }
    private void EnforceVpcs() { if (!user.HasScope(Scopes.Vpc.Read)) { throw new UnauthorizedAccessException(); } }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Project.Read)]
public static partial class Deck;
