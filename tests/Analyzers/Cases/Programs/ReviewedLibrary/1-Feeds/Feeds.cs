using DoOAuth;

namespace Feeds;

// A class that others may derive from, with a class of its own that does.
public class Feed(DigitalOceanClient client)
{
    protected virtual string Path => "/v2/account";

    public Task<string> Load() => client.GetStringAsync(Path);
}

public sealed class ImageFeed(DigitalOceanClient client) : Feed(client)
{
    protected override string Path => "/v2/images";
}
