namespace DoOAuth.Api;

/// <summary>
/// DigitalOcean's API on an <see cref="HttpClient"/>: the client adds the token, for example as <c>DefaultRequestHeaders.Authorization</c> or in a
/// handler. Requests go to the client's <see cref="HttpClient.BaseAddress"/>, or to <c>https://api.digitalocean.com</c> if it has none. The methods can be
/// called from several threads at a time.
/// </summary>
public sealed partial class DigitalOceanApi
{
    private readonly ApiConnection _connection;

    /// <summary>Creates the API on a client. The client stays yours to dispose.</summary>
    /// <param name="client">The client that sends the requests.</param>
    /// <param name="options">How answers are read, or null for the defaults.</param>
    /// <exception cref="ArgumentNullException">The client is null.</exception>
    public DigitalOceanApi(HttpClient client, DigitalOceanApiOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _connection = new ApiConnection(client, options?.UnknownMembers ?? UnknownMembers.Keep);
    }
}
