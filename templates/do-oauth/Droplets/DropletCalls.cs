using DoOAuth;

namespace DoOAuthApp_Namespace.Droplets;

/// <summary>
/// The calls to DigitalOcean's API. The client is an <see cref="HttpClient"/> that sends the signed-in user's token, so all methods
/// of <see cref="HttpClient"/> work.
/// </summary>
internal static class DropletCalls
{
    public static async Task<DropletList> ListDropletsAsync(this DigitalOceanClient digitalOcean, CancellationToken cancel)
        => await digitalOcean.GetFromJsonAsync("/v2/droplets", AppJson.Default.DropletList, cancel) ?? new([]);
#if (CanCreateDroplets)

    public static async Task<Droplet> CreateDropletAsync(this DigitalOceanClient digitalOcean, NewDroplet droplet, CancellationToken cancel)
    {
        using var response = await digitalOcean.PostAsJsonAsync("/v2/droplets", droplet, AppJson.Default.NewDroplet, cancel);
        response.EnsureSuccessStatusCode();
        var created = await response.Content.ReadFromJsonAsync(AppJson.Default.DropletCreated, cancel);
        return created?.Droplet ?? throw new HttpRequestException("DigitalOcean's response contains no droplet.");
    }
#endif
}
