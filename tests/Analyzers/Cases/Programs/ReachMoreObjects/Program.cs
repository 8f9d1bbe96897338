using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: objects through two methods, a named argument and a local function
app.MapGet("/1", (DemoJob job) => Outer.Run("x", job));
app.MapGet("/2", (VpcJob job) => Outer.Run("x", job)); // expect: DOO103 vpc:read
app.MapGet("/3", (DemoJob job) => Outer.Run(job: job, name: "x"));
app.MapGet("/4", (VpcJob job) => Local(job)); // expect: DOO103 vpc:read
app.MapGet("/5", () => Local(new DemoJob()));
static Task<string> Local(IJob job) => Outer.Run("local", job);

// case: an object that may be either, or that is replaced, or comes of a list
app.MapGet("/6", (DigitalOceanClient client, bool demo) => Outer.Run("x", demo ? new DemoJob() : new VpcJob(client))); // expect: DOO103 vpc:read
app.MapGet("/7", (DigitalOceanClient client) => { IJob job = new DemoJob(); if (DateTime.Now.Hour > 5) { job = new VpcJob(client); } return job.Execute(); }); // expect: DOO103 vpc:read
app.MapGet("/8", async (IEnumerable<IJob> jobs) => { foreach (var job in jobs) { await Outer.Run("x", job); } }); // expect: DOO103 vpc:read
app.MapGet("/9", (IJob job) => Outer.Run("x", job)); // expect: DOO103 vpc:read

// case: a method that replaces what it was given
app.MapGet("/10", (DigitalOceanClient client) => Replacing.Run(new DemoJob(), client)); // expect: DOO103 vpc:read

// case: an object in a field of another one
app.MapGet("/11", (DigitalOceanClient client) => new Holder(new VpcJob(client)).Run()); // expect: DOO103 vpc:read

// case: a class that derives from one that makes the call
app.MapGet("/12", (DigitalOceanClient client) => Outer.Run("x", new DerivedJob(client))); // expect: DOO103 vpc:read

// case: a setter that calls nothing, of a property whose getter does
app.MapGet("/13", (Settings settings) => { settings.Name = "x"; });
app.Run();

public interface IJob { Task<string> Execute(); }
public class DemoJob : IJob { public Task<string> Execute() => Task.FromResult("demo"); }
public class VpcJob(DigitalOceanClient client) : IJob { public virtual Task<string> Execute() => client.GetStringAsync("/v2/vpcs"); }
public class DerivedJob(DigitalOceanClient client) : VpcJob(client);
public static class Outer { public static Task<string> Run(string name, IJob job) => Runner.Run(job, name); }
public static class Runner { public static Task<string> Run(IJob job, string name) => job.Execute(); }
public static class Replacing { public static Task<string> Run(IJob job, DigitalOceanClient client) { job = new VpcJob(client); return job.Execute(); } }
public class Holder { private readonly IJob _job; public Holder(IJob job) { _job = job; } public Task<string> Run() => _job.Execute(); }
public class Settings(DigitalOceanClient client) { public string Name { get => client.GetStringAsync("/v2/vpcs").Result; set { } } }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
