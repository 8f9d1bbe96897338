using Contracts;
using DoOAuth;

namespace Infrastructure;

internal sealed class LoadBalancers(DigitalOceanClient client) : ILoadBalancers
{
    public Task<string> ListAsync(CancellationToken cancel) => client.GetStringAsync("/v2/load_balancers", cancel);

    public async Task DropAsync(Guid id, CancellationToken cancel)
    {
        using var response = await client.DeleteAsync($"/v2/load_balancers/{id}", cancel);
        response.EnsureSuccessStatusCode();
    }
}

internal sealed class Clock : IClock { public DateTimeOffset Now => DateTimeOffset.UtcNow; }
public sealed class SnapshotJob(DigitalOceanClient client) : Job { protected override Task WorkAsync() => client.GetStringAsync(ApiPaths.Of("snapshots")); }
public sealed class EmptyJob : Job { protected override Task WorkAsync() => Task.CompletedTask; }
public class Gateway(DigitalOceanClient client) { public Task<string> GetAsync(string name) => client.GetStringAsync(ApiPaths.Of(name)); }
public static class Registration
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services) => services
        .AddScoped<ILoadBalancers, LoadBalancers>().AddSingleton<IClock, Clock>().AddScoped<SnapshotJob>().AddScoped<EmptyJob>().AddScoped<Gateway>();

    public static IEndpointRouteBuilder MapInfrastructure(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/infra/lbs", (ILoadBalancers lbs, CancellationToken cancel) => lbs.ListAsync(cancel)); // or: DOO103 #mapped
        return routes;
    }
}
