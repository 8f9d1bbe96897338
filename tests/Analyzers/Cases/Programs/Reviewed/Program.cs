using System.Net.Http.Headers;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<WithConstant>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<ConstantHeader>();
builder.Services.AddHttpClient<WithLogin>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Login>();
builder.Services.AddHttpClient<WithTrace>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Trace>();
var app = builder.Build();
app.MapDeck();

// case: a class that is made, and that another one replaces
app.MapGet("/1", (DigitalOceanClient client) => new Feed(client).Load()).RequireDropletRead();

// case: the same by a property with its type
app.MapGet("/2", (DigitalOceanClient client) => { Sized sized = new(client); return sized.Load(); }).RequireDropletRead();

// case: an answer that is waited for with ConfigureAwait
app.MapGet("/3", async (DigitalOceanClient client, DigitalOceanUser user) => await Asked.MayAsync(user).ConfigureAwait(false) ? await client.GetStringAsync("/v2/droplets") : "");
app.MapGet("/4", async (DigitalOceanClient client, DigitalOceanUser user) =>
{
    await Asked.DemandAsync(user).ConfigureAwait(false);
    return await client.GetStringAsync("/v2/droplets");
});
app.MapGet("/5", async (DigitalOceanClient client, DigitalOceanUser user) =>
{
    if (!await Asked.MayValueAsync(user).ConfigureAwait(ConfigureAwaitOptions.None))
    {
        return "";
    }

    return await client.GetStringAsync("/v2/droplets");
});
app.MapGet("/6", async (DigitalOceanClient client, DigitalOceanUser user) => // expect: DOO103 droplet:read
{
    await Asked.NothingAsync(user).ConfigureAwait(false);
    return await client.GetStringAsync("/v2/droplets");
});

// case: a scope that two methods hand on
app.MapGet("/7", (DigitalOceanClient client, DigitalOceanUser user) => Asked.Can(user, "droplet:read") ? client.GetStringAsync("/v2/droplets") : Task.FromResult(""));
app.MapGet("/8", (DigitalOceanClient client, DigitalOceanUser user) => Asked.Can(user, "account:read") ? client.GetStringAsync("/v2/droplets") : Task.FromResult("")); // expect: DOO103 droplet:read
app.MapGet("/9", (DigitalOceanClient client, DigitalOceanUser user) => Asked.Turned("droplet:read", user, "account:read") ? client.GetStringAsync("/v2/droplets") : Task.FromResult(""));
app.MapGet("/10", (DigitalOceanClient client, DigitalOceanUser user) => Asked.Turned("account:read", user, "droplet:read") ? client.GetStringAsync("/v2/droplets") : Task.FromResult("")); // expect: DOO103 droplet:read
app.MapGet("/11", (DigitalOceanClient client, DigitalOceanUser user) => { Asked.DemandTwice(user, "droplet:read"); return client.GetStringAsync("/v2/droplets"); });

// case: a question for no scope, or for one that is passed
app.MapGet("/12", (DigitalOceanClient client, DigitalOceanUser user) => Asked.NoneOr(user, "droplet:read") ? client.GetStringAsync("/v2/droplets") : Task.FromResult("")); // undecidable: DOO103
new RouteConventionBuilder().Add();
app.Run();

class Feed(DigitalOceanClient client)
{
    protected virtual string Path => "/v2/droplets";

    public Task<string> Load() => client.GetStringAsync(Path);
}

class ImageFeed(DigitalOceanClient client) : Feed(client)
{
    protected override string Path => "/v2/images";
}

class Sized(DigitalOceanClient client)
{
    public virtual string Path() => "/v2/droplets";

    public Task<string> Load() => client.GetStringAsync(Path());
}

sealed class SizedImages(DigitalOceanClient client) : Sized(client)
{
    public override string Path() => "/v2/images";
}

// case: a class that nobody makes, and that another one replaces
class Listing(DigitalOceanClient client)
{
    protected virtual string Path => "";

    public Task<string> Load() => client.GetStringAsync(Path); // expect: DOO102 vpc:read
}

sealed class VpcListing(DigitalOceanClient client) : Listing(client)
{
    protected override string Path => "/v2/vpcs";
}

static class Asked
{
    public static async Task<bool> MayAsync(DigitalOceanUser user) { await Task.Yield(); return user.HasScope("droplet:read"); }

    public static async Task<bool> MayValueAsync(DigitalOceanUser user) => await MayAsync(user).ConfigureAwait(false);

    public static async Task DemandAsync(DigitalOceanUser user)
    {
        await Task.Yield();
        if (!user.HasScope("droplet:read"))
        {
            throw new InvalidOperationException();
        }
    }

    public static async Task NothingAsync(DigitalOceanUser user) { await Task.Yield(); _ = user.HasScope("droplet:read"); }

    public static bool Can(DigitalOceanUser user, string scope) => Has(user, scope);

    public static bool Has(DigitalOceanUser user, string scope) => user.HasScope(scope);

    public static bool Turned(string scope, DigitalOceanUser user, string other) => other.Length > 0 && Can(user, scope);

    public static void DemandTwice(DigitalOceanUser user, string scope) => DemandOnce(scope, user);

    public static bool NoneOr(DigitalOceanUser user, string scope) => user.HasScope("") || user.HasScope(scope);

    private static void DemandOnce(string scope, DigitalOceanUser user)
    {
        if (!user.HasScope(scope))
        {
            throw new InvalidOperationException();
        }
    }
}

class RouteConventionBuilder
{
    public void Add() => Console.WriteLine();
}

// case: handlers that set the header by a constant, or by a method that logs in
class WithConstant(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

class WithLogin(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

// case: a handler that sets another header and logs
class WithTrace(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); } // expect: DOO102 firewall:read

sealed class ConstantHeader : DelegatingHandler
{
    private const string Header = "Authorization";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add(Header, "Bearer x");
        return base.SendAsync(request, cancellationToken);
    }
}

sealed class Login : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LogInto(request);
        return await base.SendAsync(request, cancellationToken);
    }

    private static void LogInto(HttpRequestMessage message)
    {
        foreach (var (name, value) in new Dictionary<string, string> { ["A" + "uthorization"] = "Bearer x" })
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }
}

sealed class Trace(ILogger<Trace> logger) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("X-Trace", "1");
        LogRequest(request);
        return base.SendAsync(request, cancellationToken);
    }

    private void LogRequest(HttpRequestMessage message) => logger.LogInformation("{Method}", message.Method);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
public static partial class Deck;
