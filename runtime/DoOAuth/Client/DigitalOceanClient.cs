namespace DoOAuth;

/// <summary>
/// An <see cref="HttpClient"/> for DigitalOcean's API that acts for the signed-in user. Relative addresses such as <c>/v2/droplets</c> refer to the
/// API. The user's token is sent to the API only.
/// </summary>
[Personal]
public class DigitalOceanClient : HttpClient
{
    /// <summary>Creates a client. Generated code calls this through dependency injection. Tests can call it with their own handler.</summary>
    /// <param name="handler">The handler that adds the user's token.</param>
    public DigitalOceanClient(DigitalOceanClientHandler handler)
        : base(handler, disposeHandler: false)
    {
        ArgumentNullException.ThrowIfNull(handler);
        BaseAddress = handler.ApiBaseAddress;
    }
}
