namespace DoOAuth;

/// <summary>
/// An <see cref="HttpClient"/> for DigitalOcean's API that acts for the signed-in user. Relative addresses such as <c>/v2/droplets</c> refer to the
/// API. The user's token is sent to the API only.
/// </summary>
[Personal]
public class DigitalOceanClient : HttpClient
{
    /// <summary>Creates a client. Generated code calls this through dependency injection.</summary>
    /// <param name="handler">The handler that adds the user's token.</param>
    public DigitalOceanClient(DigitalOceanClientHandler handler)
        : base(handler, disposeHandler: false)
    {
        ArgumentNullException.ThrowIfNull(handler);
        BaseAddress = handler.ApiBaseAddress;
    }

    /// <summary>
    /// Creates a client for a test, with a handler of the test's own that responds instead of DigitalOcean. Requests get the bearer token
    /// <c>test-token</c>. For the client of one annotated class, pass a <see cref="DigitalOceanClientHandler"/> to it, as in
    /// <c>new Reef.Client(new DigitalOceanClientHandler(handler))</c>.
    /// </summary>
    /// <param name="handler">The test's handler.</param>
#pragma warning disable CA2000 // It contains only the test's handler, which the test disposes.
    public DigitalOceanClient(HttpMessageHandler handler)
        : this(handler as DigitalOceanClientHandler ?? new DigitalOceanClientHandler(handler))
#pragma warning restore CA2000
    {
    }
}
