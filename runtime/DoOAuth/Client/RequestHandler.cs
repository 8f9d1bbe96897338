using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// The client's handler for requests of any user: each request has the access of the user whose request is being handled. The pooled handler is
/// somebody else's, such as a proxy's.
/// </summary>
internal sealed class RequestHandler : DelegatingHandler
{
    private readonly Func<IUserAccess, DigitalOceanClientHandler> _create;
    private readonly Func<IUserAccess> _access;

    public RequestHandler(HttpMessageHandler inner, Func<IUserAccess> access, Func<IUserAccess, HttpMessageHandler, DigitalOceanClientHandler> create)
        : base(inner) => (_access, _create) = (access, user => create(user, inner));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // It contains only the inner handler, which belongs to this one.
        using var invoker = new HttpMessageInvoker(_create(_access()), disposeHandler: false);
#pragma warning restore CA2000
        return invoker.Send(request, cancellationToken);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // It contains only the inner handler, which belongs to this one.
        using var invoker = new HttpMessageInvoker(_create(_access()), disposeHandler: false);
#pragma warning restore CA2000
        return await invoker.SendAsync(request, cancellationToken);
    }
}
