using DoOAuth;

namespace Core;

public static class CorePaths
{
    public const string Tags = "/v2/tags";
    public const string Databases = "/v2/databases";
    public static string Database(Guid id) => $"{Databases}/{id}";
    public static string Tag(TagName name) => $"{Tags}/{name.Escaped}";
}

// A name that only comes into being checked.
public readonly record struct TagName
{
    private TagName(string escaped) => Escaped = escaped;
    public string Escaped { get; }
    public static TagName Parse(string text) => new(DigitalOceanPath.Segment(text));
}

public interface ICoreSender { Task<string> GetAsync(string path, CancellationToken cancel = default); Task<bool> DeleteAsync(string path, CancellationToken cancel = default); }

public sealed class CoreSender(DigitalOceanClient client) : ICoreSender
{
    public Task<string> GetAsync(string path, CancellationToken cancel = default) => client.GetStringAsync(path, cancel);
    public async Task<bool> DeleteAsync(string path, CancellationToken cancel = default) => (await client.DeleteAsync(path, cancel)).IsSuccessStatusCode;
}
