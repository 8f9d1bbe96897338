using DoOAuth;
using Grpc.Core;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGrpcService<FleetService>();
var guarded = app.MapGroup("/grpc").RequireKubernetesRead();
guarded.MapGrpcService<GuardedFleet>();
app.Run();

// A service of a stream and unary methods, on a base class of the project's own.
public record NodeRequest(string Cluster);
public record NodeReply(string Text);
public interface IStream<in T> { Task WriteAsync(T message); }

public static class Fleet
{
    [BindServiceMethod(typeof(Fleet), "BindService")]
    public abstract class FleetBase
    {
        public virtual Task Watch(NodeRequest request, IStream<NodeReply> replies, ServerCallContext context) => throw new NotImplementedException();
        public virtual Task<NodeReply> Upgrade(NodeRequest request, ServerCallContext context) => throw new NotImplementedException();
        public virtual Task<NodeReply> Ping(NodeRequest request, ServerCallContext context) => throw new NotImplementedException();
    }
}

public abstract class LoggedFleet(DigitalOceanClient client) : Fleet.FleetBase
{
    protected async Task<NodeReply> AskAsync(Func<DigitalOceanClient, Task<string>> ask) => new(await ask(client));
    public sealed override Task<NodeReply> Ping(NodeRequest request, ServerCallContext context) => Task.FromResult(new NodeReply("pong"));
}

// case: a stream that calls in a loop
public class FleetService(DigitalOceanClient client, DigitalOceanUser user) : LoggedFleet(client)
{
    private readonly DigitalOceanClient _client = client;

    public override async Task Watch(NodeRequest request, IStream<NodeReply> replies, ServerCallContext context) // expect: DOO103 kubernetes:read
    {
        for (var round = 0; round < 10; round++)
        {
            await replies.WriteAsync(new(await _client.GetStringAsync("/v2/kubernetes/clusters")));
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    // case: asked, through a helper of the base that is given a delegate
    public override async Task<NodeReply> Upgrade(NodeRequest request, ServerCallContext context)
    {
        if (!user.HasScope(Scopes.Kubernetes.Update))
        {
            return new("no");
        }

        return await AskAsync(async ocean => (await ocean.PostAsync($"/v2/kubernetes/clusters/{Guid.Parse(request.Cluster)}/upgrade", null)).ReasonPhrase ?? "");
    }
}

// case: mapped in a group that is guarded for reading
public class GuardedFleet(DigitalOceanClient client) : LoggedFleet(client)
{
    public override async Task Watch(NodeRequest request, IStream<NodeReply> replies, ServerCallContext context) => await replies.WriteAsync(await AskAsync(ocean => ocean.GetStringAsync("/v2/kubernetes/options")));

    // case: another scope than the group's
    public override Task<NodeReply> Upgrade(NodeRequest request, ServerCallContext context) => // expect: DOO103 kubernetes:update
        AskAsync(async ocean => (await ocean.PostAsync("/v2/kubernetes/clusters/" + Guid.Parse(request.Cluster) + "/upgrade", null)).StatusCode.ToString()); // or: DOO103
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Kubernetes.Read)]
[DigitalOceanScope(Scopes.Kubernetes.Update, Optional = true)]
public static partial class Deck;
