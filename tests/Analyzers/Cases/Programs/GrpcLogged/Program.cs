using DoOAuth;
using Grpc.Core;
using Grpc.Core.Interceptors;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddGrpc(options => options.Interceptors.Add<Logs>());
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

// case: an interceptor that only logs
public class OpenVolumes(DigitalOceanClient client) : Volumes.VolumesBase
{
    public override async Task<Reply> List(Request request, ServerCallContext context) => new(await client.GetStringAsync("/v2/volumes")); // expect: DOO103 block_storage:read
}

public sealed class Logs(ILogger<Logs> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        logger.LogInformation("{Request}", typeof(TRequest).Name);
        return await continuation(request, context);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
public static partial class Deck;
