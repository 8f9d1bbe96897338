using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a table of jobs, each with a delegate
app.MapGet("/1", async (DigitalOceanClient client) => { foreach (var job in Jobs.All) { await job.Run(client); } }); // expect: DOO103 vpc:read
// case: a handler from a table
app.MapGet("/2", Handlers.ByName["list"]); // expect: DOO103 vpc:read
// case: an event
app.MapGet("/3", (Raiser raiser) => raiser.Raise()); // expect: DOO103 vpc:read
app.Run();

public record Job(string Name, Func<DigitalOceanClient, Task<string>> Run);
public static class Jobs { public static readonly Job[] All = [new("vpcs", client => client.GetStringAsync("/v2/vpcs"))]; }
public static class Handlers { public static readonly Dictionary<string, Delegate> ByName = new() { ["list"] = (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs") }; }
public class Raiser
{
    private readonly DigitalOceanClient _client;
    public event Func<Task>? Changed;
    public Raiser(DigitalOceanClient client) { _client = client; Changed += OnChanged; }
    private Task OnChanged() => _client.GetStringAsync("/v2/vpcs");
    public Task Raise() => Changed?.Invoke() ?? Task.CompletedTask;
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
