using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Yarp.ReverseProxy.Forwarder;

namespace DoOAuth;

/// <summary>Puts <see cref="AuthorizingHandler"/> around the client of each cluster.</summary>
internal sealed class AuthorizedClientFactory(IServiceProvider provider, IForwarderHttpClientFactory inner) : IForwarderHttpClientFactory
{
    private const string Scheme = "DoOAuth.Scheme";

    // YARP compares the result with the client that it passed, so both have to be the inner factory's there.
    private readonly ConditionalWeakTable<HttpMessageInvoker, HttpMessageInvoker> _inner = [];

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client that YARP gets contains the handlers.")]
    public HttpMessageInvoker CreateClient(ForwarderHttpClientContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var old = context.OldClient is { } outer && _inner.TryGetValue(outer, out var known) ? known : null;
        var client = inner.CreateClient(new ForwarderHttpClientContext
        {
            ClusterId = context.ClusterId,
            OldConfig = context.OldConfig,
            OldMetadata = context.OldMetadata,
            OldClient = old,
            NewConfig = context.NewConfig,
            NewMetadata = context.NewMetadata,
        });
        if (client == old)
        {
            return context.OldClient!;
        }

        var authorized = new HttpMessageInvoker(
            new AuthorizingHandler(provider, new ClientHandler(client), context.NewMetadata?.GetValueOrDefault(Scheme)), disposeHandler: true);
        _inner.Add(authorized, client);
        return authorized;
    }

    // A handler that sends with the client of the inner factory.
    private sealed class ClientHandler(HttpMessageInvoker client) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            client.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                client.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
