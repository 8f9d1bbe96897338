namespace DoOAuth;

/// <summary>
/// An <see cref="HttpClient"/> for DigitalOcean's API that acts for the signed-in user: relative addresses such as <c>/v2/droplets</c>
/// lead to the API, and the user's token goes along, to the API only.
/// </summary>
[Personal]
public class DigitalOceanClient : HttpClient
{
    /// <summary>Makes a client. Generated code does, through dependency injection; a test may, with a handler of its own.</summary>
    /// <param name="handler">The handler that adds the user's token.</param>
    public DigitalOceanClient(DigitalOceanClientHandler handler)
        : base(handler, disposeHandler: false)
    {
        ArgumentNullException.ThrowIfNull(handler);
        BaseAddress = handler.ApiBaseAddress;
    }
}
