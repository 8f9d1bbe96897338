using Api;
using DoOAuth;

namespace Core;

public interface IFleetService
{
    Task<string> ListAsync();

    Task CreateAsync(object droplet);

    Task<string> FirewallsAsync();
}

internal class FleetService(Fleet.Client client) : Service(client), IFleetService
{
    public Task<string> ListAsync() => GetAsync(Routes.Droplets);

    public Task CreateAsync(object droplet) => PostAsync(Routes.Droplets, droplet);

    public virtual Task<string> FirewallsAsync() => GetAsync(Routes.Firewalls);
}

internal sealed class Cached(IFleetService inner) : IFleetService
{
    public Task<string> ListAsync() => inner.ListAsync();

    public Task CreateAsync(object droplet) => inner.CreateAsync(droplet);

    public Task<string> FirewallsAsync() => inner.FirewallsAsync();
}

public static class Setup
{
    public static IServiceCollection AddCore(this IServiceCollection services) => services.AddScoped<FleetService>().AddScoped<IFleetService>(provider => new Cached(provider.GetRequiredService<FleetService>()));
}
