using DoOAuth;

namespace Depot.Features.Keys;

public static partial class KeyEndpoints
{
    private static async Task<IResult> All(DigitalOceanClient client, [Microsoft.AspNetCore.Mvc.FromQuery] int page = 1, CancellationToken cancel = default) =>
        Results.Text(await client.GetStringAsync($"/v2/spaces/keys?page={page}", cancel), "application/json");

    private static async Task<IResult> Drop(string key, DigitalOceanClient client, CancellationToken cancel) =>
        (await client.DeleteAsync($"/v2/spaces/keys/{DigitalOceanPath.Segment(key)}", cancel)) is { IsSuccessStatusCode: true } ? Results.NoContent() : Results.NotFound();
}
