namespace DoOAuth.Testing;

/// <summary>What is in the place of DigitalOcean: the test's own handler. It is not disposed with the app, and nothing leaves the process.</summary>
internal sealed class ScriptedDigitalOcean(HttpMessageHandler handler) : HttpMessageHandler
{
    // The client ID of an app that has none in its configuration.
    public const string ClientId = "test-client";

    private readonly HttpMessageInvoker _script = new(handler, disposeHandler: false);

    /// <summary>Creates a handler that also calls the test's own. Disposing it does not affect this one.</summary>
    public ScriptedDigitalOcean ForPool() => new(handler);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _script.SendAsync(request, cancellationToken);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _script.Send(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _script.Dispose();
        base.Dispose(disposing);
    }
}
