using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: an object that calls nothing is handed to shared code
app.MapGet("/1", () => Runner.Run(new DemoJob()));
app.MapGet("/2", (DigitalOceanClient client) => Runner.Run(new VpcJob(client))); // expect: DOO103 vpc:read
app.MapGet("/3", () => new Pipeline(new DemoJob()).Run());
app.MapGet("/4", (DemoJob job) => Runner.Run(job));
// case: an object of the interface, which a local has
IJob demo = new DemoJob();
app.MapGet("/5", () => demo.Execute());
app.MapGet("/6", () => { IJob job = new DemoJob(); return job.Execute(); });
app.Run();

public interface IJob { Task<string> Execute(); }
public abstract class Job : IJob { public abstract Task<string> Execute(); }
public class DemoJob : Job { public override Task<string> Execute() => Task.FromResult("demo"); }
public class VpcJob(DigitalOceanClient client) : Job { public override Task<string> Execute() => client.GetStringAsync("/v2/vpcs"); }
public static class Runner { public static Task<string> Run(Job job) => job.Execute(); }
public class Pipeline(IJob job) { public Task<string> Run() => job.Execute(); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
