namespace DoOAuth;

/// <summary>
/// A user's access outside of requests, such as in a background service. It shares the session's refresh with the browser, so that
/// neither takes the token from the other, and is over when the session is.
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
    /// Calls the API for the user; with several annotated classes it is the class's own <c>Client</c>. Its calls throw
    /// <see cref="DigitalOceanAccessException"/> where the access is over, or cannot be renewed for now.
    /// </summary>
    public DigitalOceanClient Client { get; }

    /// <summary>Lets the client go. The access stays kept, and can be opened again.</summary>
    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return ValueTask.CompletedTask;
    }
}
