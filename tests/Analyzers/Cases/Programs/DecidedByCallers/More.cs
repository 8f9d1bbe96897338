using DoOAuth;

// case: a number that counts down
class Pages(DigitalOceanClient client)
{
    public Task A() => Load("/v2/snapshots", 3); // expect: DOO102 snapshot:read
    private async Task Load(string path, int times)
    {
        while (times > 0)
        {
            times--;
        }

        await client.GetStringAsync(path);
    }
}

// case: a flag that each round of a loop has anew
class Rounds(DigitalOceanClient client)
{
    public async Task A(string[] names)
    {
        var path = "/v2/account";
        foreach (var name in names)
        {
            var isFirst = name.Length > 3;
            if (isFirst)
            {
                path = "/v2/uptime/checks";
            }

            if (!isFirst)
            {
                await client.GetStringAsync(path); // expect: DOO102 uptime:read
            }
        }
    }
}

// case: a parameter that is replaced before it is asked for
class Replaced(DigitalOceanClient client)
{
    public Task<string> A() => Get("/v2/projects", null); // expect: DOO102 project:read
    private Task<string> Get(string path, string? kind)
    {
        kind ??= "all";
        return kind is null ? Task.FromResult("") : client.GetStringAsync(path);
    }
}

// case: a test of the path that lets it through
class Tested(DigitalOceanClient client)
{
    public Task<string> A() => Get("/v2/registries"); // expect: DOO102 registry:read
    public Task<string> B() => Get("/internal/registry");
    private Task<string> Get(string path) => !path.StartsWith("/v2/") ? Task.FromResult("") : client.GetStringAsync(path);
}

// case: an exception leads to another path
class Caught(DigitalOceanClient client)
{
    public Task<string> A() => Get("me");
    private async Task<string> Get(string name)
    {
        try
        {
            return await client.GetStringAsync(name == "me" ? "/v2/account" : "/v2/functions/namespaces");
        }
        catch (HttpRequestException) when (name == "me")
        {
            return await client.GetStringAsync("/v2/reserved_ips"); // expect: DOO102 reserved_ip:read
        }
    }
}

// case: variables of an interface that are known to be of one class
interface ISender { Task<string> Get(string path); }
class UserSender(DigitalOceanClient client) : ISender { public Task<string> Get(string path) => client.GetStringAsync(path); }
class OtherSender(HttpClient http) : ISender { public Task<string> Get(string path) => http.GetStringAsync("https://api.linode.com" + path); }
class Sends(DigitalOceanClient client)
{
    public Task<string> A() { ISender sender = new OtherSender(new HttpClient()); return sender.Get("/v2/volumes"); }
    public Task<string> B() { ISender sender = new UserSender(client); return sender.Get("/v2/monitoring/alerts"); } // expect: DOO102 monitoring:read
}
