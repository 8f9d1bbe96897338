using DoOAuth;

namespace Core;

// Endpoints of a library: which class the app has, and with it which guards, only the app knows.
public static class Endpoints
{
    public static RouteGroupBuilder MapVpcs(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/vpcs");
        group.MapGet("/", List);
        group.MapGet("/count", async (DigitalOceanClient client) => (await client.GetStringAsync("/v2/vpcs")).Length);
        group.MapGet("/none", () => "");
        return group;
    }

    public static void MapGuarded(IEndpointRouteBuilder app) => app.MapGet("/vpcs/guarded", [RequireScope(Scopes.Vpc.Read)] (DigitalOceanClient client) => List(client));

    public static void MapProjects(this WebApplication app) => app.MapGet("/projects", (DigitalOceanClient client) => client.GetStringAsync("/v2/projects"));

    private static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");
}
