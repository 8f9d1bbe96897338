using DoOAuth;
using DoOAuth.Api;
using DoOAuth.Api.Models;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DoOAuthApp_Namespace.Droplets;

/// <summary>
/// The guarded API, for scripts and single-page apps. The client sends the signed-in user's token, and has a method for each operation of
/// DigitalOcean's API.
/// </summary>
internal static class DropletApi
{
    public static void MapDropletApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api");
        api.MapGet("/droplets", ListAsync).RequireDropletRead();
#if (CanCreateDroplets)
        api.MapPost("/droplets", CreateAsync).RequireDropletCreate();
#endif
    }

    private static async Task<Ok<List<Droplet>>> ListAsync(DigitalOceanClient digitalOcean, CancellationToken cancel)
        => TypedResults.Ok(await digitalOcean.Droplets.ListAsync(cancel: cancel).ToListAsync(cancel));
#if (CanCreateDroplets)

    private static async Task<Results<Accepted<Droplet>, ValidationProblem>> CreateAsync(
        NewDroplet droplet, DigitalOceanClient digitalOcean, CancellationToken cancel)
    {
        if (DropletName.Error(droplet.Name) is { } error)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["name"] = [error] });
        }

        var created = await digitalOcean.Droplets.CreateAsync(droplet.ToRequest(), cancel);
        return TypedResults.Accepted("/api/droplets", created.Droplet);
    }
#endif
}
