namespace DoOAuth.Api;

/// <summary>DigitalOcean's API on any <see cref="HttpClient"/>.</summary>
public static partial class HttpClientExtensions
{
    /// <summary>DigitalOcean's API on this client. In C# 14 and later, the groups are also properties of the client: <c>client.Droplets</c>.</summary>
    /// <param name="client">The client that sends the requests, with the token.</param>
    /// <param name="options">How answers are read, or null for the defaults.</param>
    public static DigitalOceanApi DigitalOcean(this HttpClient client, DigitalOceanApiOptions? options = null) => new(client, options);
}
