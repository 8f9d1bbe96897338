using Core;
using DoOAuth;

public sealed record RemoveTag(string Name, string Reason);
public sealed record UserQuery(Guid Cluster, string User);

public static class Kinds
{
    public static readonly Dictionary<string, string> All = new() { ["w"] = "web", ["d"] = "data" };
    public static string Translate(string kind) => kind switch { "pg" => "postgres", _ => "mysql" };
}

// case: from a command through a facade, a service and two private methods
public sealed class TagFacade(TagService tags, ILogger<TagFacade> logger)
{
    public async Task<bool> RemoveAsync(RemoveTag command)
    {
        logger.LogInformation("{Reason}", command.Reason);
        return await tags.RemoveAsync(command.Name);
    }

    public Task<string> PageAsync(int page) => tags.PageAsync(page);
}

public sealed class TagService(ICoreSender sender)
{
    public Task<bool> RemoveAsync(string name) => SendAsync(name, CancellationToken.None);
    public Task<string> PageAsync(int page) => sender.GetAsync($"{CorePaths.Tags}?page={page}");

    private Task<bool> SendAsync(string name, CancellationToken cancel) => sender.DeleteAsync(PathOf(name), cancel); // or: DOO106 #tag
    private static string PathOf(string name) => $"{CorePaths.Tags}/{name}"; // expect: DOO106 #tag
}

// case: optional parameters
public sealed class DatabaseService(DigitalOceanClient client)
{
    public Task<string> UserAsync(Guid cluster, string user, bool full = false, CancellationToken cancel = default)
    {
        var query = full ? "?full=true" : "";
        return client.GetStringAsync($"/v2/databases/{cluster:D}/users/{user}{query}", cancel); // expect: DOO106
    }

    public Task<string> PoolAsync(Guid cluster, string pool = "default") => client.GetStringAsync($"/v2/databases/{cluster}/pools/{pool}"); // expect: DOO106
}

// case: nobody gives these a text of the caller's
public sealed class Nightly(DigitalOceanClient client, IConfiguration configuration)
{
    public Task<string> TopicAsync() => OneAsync(Guid.Empty, "events");
    public Task<string> ConfiguredAsync() => OneAsync(Guid.Empty, configuration["Topic"] ?? "events");
    private Task<string> OneAsync(Guid cluster, string topic) => client.GetStringAsync($"/v2/databases/{cluster}/topics/{topic}");
}
