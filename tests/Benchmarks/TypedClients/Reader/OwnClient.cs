using DoOAuth.Api;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>DoOAuth.Api.</summary>
internal static class OwnClient
{
    public static Func<Task<int>> Over(HttpClient client)
    {
        var api = new DigitalOceanApi(client);
        return async () =>
        {
            var page = await api.Droplets.ListPageAsync();
            var total = 0;
            foreach (var droplet in page.Droplets ?? [])
            {
                total += droplet.Name.Length + droplet.Region.Slug.Length + droplet.Networks.V4!.Count;
            }

            return total;
        };
    }
}
