namespace DoOAuth;

/// <summary>
/// A user's access outside of requests, for example in a background service. It shares the session's refreshed tokens with the browser, so neither
/// invalidates the other's token. It ends with the session.
/// </summary>
public sealed class DigitalOceanAccess : IAsyncDisposable
{
    internal DigitalOceanAccess(string userUuid, DigitalOceanClient client)
    {
        UserUuid = userUuid;
        Client = client;
    }

    /// <summary>The user's identifier at DigitalOcean.</summary>
    public string UserUuid { get; }

    /// <summary>
    /// A client that calls the API for the user. With several annotated classes, it is the class's own <c>Client</c>. Its calls throw
    /// <see cref="DigitalOceanAccessException"/> if the access has ended or cannot be refreshed at the moment.
    /// </summary>
    public DigitalOceanClient Client { get; }

    /// <summary>Disposes the client. The access remains kept and can be opened again.</summary>
    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return ValueTask.CompletedTask;
    }
}
