using Contracts;
using DoOAuth;
using System.Globalization;

namespace Core;

internal sealed class Volumes(DigitalOceanClient client) : IVolumes
{
    public Task<string> AllAsync() => client.GetStringAsync("/v2/volumes");

    public Task<string> OneAsync(string id) => client.GetStringAsync($"/v2/volumes/{Uri.EscapeDataString(id)}");
}

internal sealed class Domains(DigitalOceanClient client) : IStore<Domain>
{
    public Task<string> LoadAsync() => client.GetStringAsync("/v2/domains");
}

internal sealed class Registries(DigitalOceanClient client) : IStore<Registry>
{
    public Task<string> LoadAsync() => client.GetStringAsync("/v2/registries");
}

public class Droplets(DigitalOceanClient client)
{
    public Task<string> ListAsync() => Sender.FetchAsync(client, "droplets");

    public virtual Task DeleteAsync(int id) => client.DeleteAsync(new Uri(string.Format(CultureInfo.InvariantCulture, "/v2/droplets/{0}", id), UriKind.Relative));

    public Task<string> CheckedAsync(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read) ? ListAsync() : Task.FromResult("");
}

public static class Sender
{
    public static Task<string> FetchAsync(this DigitalOceanClient client, string kind) => client.GetStringAsync($"/v2/{kind}");

    public static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path) => client.SendAsync(new HttpRequestMessage(method, path));
}

public abstract class Job(DigitalOceanClient client)
{
    protected DigitalOceanClient Client { get; } = client;

    protected abstract string Kind { get; }

    public Task<string> RunAsync() => StepAsync();

    protected abstract Task<string> StepAsync();
}

public sealed class Probing(IProbe probe)
{
    public Task<string> ThroughAsync() => probe.ProbeAsync();
}

public sealed class FirewallHandler(DigitalOceanClient client)
{
    public Task<string> Handle(ListFirewalls message) => client.GetStringAsync("/v2/firewalls");
}

// A program that nobody here calls: whoever does has to know.
public sealed class Unused(DigitalOceanClient client)
{
    public Task<string> KeysAsync() => client.GetStringAsync("/v2/account/keys");
}
