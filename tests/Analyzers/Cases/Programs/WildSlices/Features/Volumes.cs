using DoOAuth;

namespace Depot.Features.Volumes;

public static class VolumeEndpoints
{
    // case: mapped twice, once with a guard and once with none
    public static RouteGroupBuilder MapVolumes(this RouteGroupBuilder group, Action<IEndpointConventionBuilder>? guard)
    {
        group.MapGet("/", (DigitalOceanClient client) => client.GetStringAsync("/v2/volumes")); // expect: DOO103 block_storage:read
        group.MapGet("/help", () => "volumes");
        guard?.Invoke(group);
        return group;
    }
}
