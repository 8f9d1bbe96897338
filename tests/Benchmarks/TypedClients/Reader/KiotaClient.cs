using DoOAuth.Benchmarks.Kiota;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>The client that Kiota writes from the same description.</summary>
internal static class KiotaClient
{
    public static Func<Task<int>> Over(HttpClient client)
    {
        var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: client);
        var api = new KiotaApi(adapter);
        return async () =>
        {
            var page = await api.V2.Droplets.GetAsync();
            var total = 0;
            foreach (var droplet in page!.Droplets!)
            {
                total += droplet.Name!.Length + droplet.Region!.Slug!.Length + droplet.Networks!.V4!.Count;
            }

            return total;
        };
    }
}
