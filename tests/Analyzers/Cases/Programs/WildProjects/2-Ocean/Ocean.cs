using Fleet.Contracts;
using DoOAuth;

namespace Fleet.Ocean;

internal static class OceanPaths
{
    public const string Clusters = "/v2/kubernetes/clusters";
    public static string Cluster(Guid id, string? tail = null) => tail is null ? $"{Clusters}/{id}" : $"{Clusters}/{id}/{tail}";
}

public abstract class OceanService(DigitalOceanClient client)
{
    protected Task<string> ReadAsync(string path, CancellationToken cancel = default) => client.GetStringAsync(path, cancel);
    protected async Task PostAsync(string path, object body) => (await client.PostAsJsonAsync(path, body)).EnsureSuccessStatusCode();
}

public sealed class Clusters(DigitalOceanClient client) : OceanService(client), IClusterReader, IClusterWriter
{
    public Task<string> AllAsync(CancellationToken cancel = default) => ReadAsync(OceanPaths.Clusters, cancel);
    public Task<string> ConfigAsync(Guid id) => ReadAsync(OceanPaths.Cluster(id, "kubeconfig"));
    public Task UpgradeAsync(Guid id, string version) => PostAsync(OceanPaths.Cluster(id, "upgrade"), new { version });
}

public sealed class Telemetry(DigitalOceanClient client) : ITelemetry { public Task<string> CpuAsync(long host) => client.GetStringAsync($"/v2/monitoring/metrics/droplet/cpu?host_id={host}"); }
public sealed class SystemClock : IClock { public DateTimeOffset Now => DateTimeOffset.UtcNow; }
public sealed class UnusedCertificates(DigitalOceanClient client) { public Task<string> AllAsync() => client.GetStringAsync("/v2/certificates"); }

public static class OceanRegistration
{
    public static IServiceCollection AddOcean(this IServiceCollection services) => services
        .AddScoped<IClusterReader, Clusters>().AddScoped<IClusterWriter, Clusters>().AddScoped<ITelemetry, Telemetry>().AddSingleton<IClock, SystemClock>();

    // Code that makes the call by what it is given.
    public static Task<T> WithRetryAsync<T>(Func<Task<T>> work) => work();
}
