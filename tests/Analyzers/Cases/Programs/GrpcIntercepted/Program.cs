using DoOAuth;
using Grpc.Core;
using Grpc.Core.Interceptors;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddGrpc(options => options.Interceptors.Add<Shared.Scoped>());
var app = builder.Build();
app.MapDeck();
app.MapGrpcService<OpenVolumes>();
app.Run();

public record Request;
public record Reply(string Text);

public static class Volumes
{
    [BindServiceMethod(typeof(Volumes), "BindService")]
    public abstract class VolumesBase
    {
        public virtual Task<Reply> List(Request request, ServerCallContext context) => throw new NotImplementedException();
    }
}

// case: an interceptor of another project
public class OpenVolumes(DigitalOceanClient client) : Volumes.VolumesBase
{
    public override async Task<Reply> List(Request request, ServerCallContext context) => new(await client.GetStringAsync("/v2/volumes"));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
public static partial class Deck;
