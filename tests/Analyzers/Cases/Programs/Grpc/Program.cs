using DoOAuth;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGrpcService<OpenVolumes>();
app.MapGrpcService<MappedVolumes>().RequireBlockStorageRead();
app.MapGrpcService<GuardedVolumes>();
app.Run();

// Methods of gRPC services. Each makes a call that needs block_storage:read.
public record Request;
public record Reply(string Text);

public static class Volumes
{
    [BindServiceMethod(typeof(Volumes), "BindService")]
    public abstract class VolumesBase
    {
        public virtual Task<Reply> List(Request request, ServerCallContext context) => throw new NotImplementedException();
        public virtual Task<Reply> Get(Request request, ServerCallContext context) => throw new NotImplementedException();
    }
}

// case: no guard
public class OpenVolumes(DigitalOceanClient client) : Volumes.VolumesBase
{
    public override async Task<Reply> List(Request request, ServerCallContext context) => new(await LoadAsync()); // expect: DOO103 block_storage:read

    // case: a guard on the method
    [RequireScope(Scopes.BlockStorage.Read)]
    public override async Task<Reply> Get(Request request, ServerCallContext context) => new(await LoadAsync());

    // case: no method of the service
    public Task<string> LoadAsync() => client.GetStringAsync("/v2/volumes");
}

// case: guarded where it is mapped
public class MappedVolumes(DigitalOceanClient client) : Volumes.VolumesBase
{
    public override async Task<Reply> List(Request request, ServerCallContext context) => new(await client.GetStringAsync("/v2/volumes"));

    // case: everybody let in
    [AllowAnonymous]
    public override async Task<Reply> Get(Request request, ServerCallContext context) => new(await client.GetStringAsync("/v2/volumes")); // expect: DOO103 block_storage:read
}

// case: guarded as a class
[RequireScope(Scopes.BlockStorage.Read)]
public class GuardedVolumes(DigitalOceanClient client) : Volumes.VolumesBase
{
    public override async Task<Reply> List(Request request, ServerCallContext context) => new(await client.GetStringAsync("/v2/volumes"));
}

// case: not mapped
public class UnmappedVolumes(DigitalOceanClient client) : Volumes.VolumesBase
{
    public override async Task<Reply> List(Request request, ServerCallContext context) => new(await client.GetStringAsync("/v2/volumes"));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
public static partial class Deck;
