using Api;
using Core;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddFleet();
builder.Services.AddCore();
builder.Services.AddHttpClient<RegisteredClient>(client => client.BaseAddress = new Uri("https://api.digitalocean.com"));
var app = builder.Build();
app.MapFleet();

// case: three projects deep, through a decorator and a base class of another project
app.MapGet("/list", (IFleetService fleet) => fleet.ListAsync()); // expect: DOO103 droplet:read
app.MapGet("/list/guarded", (IFleetService fleet) => fleet.ListAsync()).RequireDropletRead();
app.MapPost("/create", (IFleetService fleet, DropletRequest droplet) => fleet.CreateAsync(droplet)).RequireDropletRead(); // expect: DOO103 droplet:create
app.MapGet("/firewalls", (IFleetService fleet) => fleet.FirewallsAsync()); // expect: DOO103 firewall:read

// case: paths of a library
app.MapGet("/1", (Fleet.Client client) => client.GetStringAsync(Routes.Droplets)); // expect: DOO103 droplet:read
app.MapGet("/2", (Fleet.Client client) => client.GetStringAsync(Routes.Firewalls)); // expect: DOO103 firewall:read
app.MapGet("/3", (Fleet.Client client) => client.GetStringAsync(Routes.Volumes)); // expect: DOO102 block_storage:read
app.MapGet("/4", (Fleet.Client client) => client.GetStringAsync(Routes.Of("vpcs"))); // expect: DOO102 vpc:read
app.MapGet("/5", (Fleet.Client client, int id) => client.GetStringAsync(Routes.Of("droplets", id))).RequireDropletRead();
app.MapGet("/6", (Fleet.Client client) => client.GetAsync(Routes.Certificates())); // expect: DOO102 certificate:read
app.MapPost("/7", (Fleet.Client client) => client.SendAsync(Routes.Create("tags"))); // expect: DOO102 tag:create
app.MapGet("/8", (Fleet.Client client) => client.GetStringAsync(new Paths("images").Path)); // expect: DOO102 image:read

// case: a base class of a library
app.MapGet("/own", (Own own) => own.LoadAsync()); // expect: DOO103 droplet:read
app.MapGet("/own/guarded", (Own own) => own.LoadAsync()).RequireDropletRead();
app.MapGet("/own/snapshots", (Own own) => own.SnapshotsAsync());

// case: a plain client that the app makes, for a class of a library
app.MapGet("/domains", (Fleet.Client client) => new PlainClient(client).DomainsAsync()); // expect: DOO102 domain:read
app.MapGet("/elsewhere", () => new PlainClient(new HttpClient { BaseAddress = new Uri("https://api.example.com") }).DomainsAsync());
app.MapGet("/cdn", (RegisteredClient client) => client.CdnAsync()); // expect: DOO102 cdn:read

// case: absolute addresses in a library
app.MapGet("/regions", (HttpClient http) => Outside.RegionsAsync(http)); // expect: DOO102 regions:read
app.MapGet("/other/regions", (HttpClient http) => Outside.ElsewhereAsync(http, "api.example.com"));

app.Run();

internal sealed record DropletRequest(string Name);

internal sealed class Own(Fleet.Client client) : Service(client)
{
    public Task<string> LoadAsync() => GetAsync("/v2/droplets");

    public Task<string> SnapshotsAsync() => GetAsync("/v2/snapshots"); // expect: DOO102 snapshot:read
}
