using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Http;

namespace DoOAuth;

/// <summary>
/// Keeps the handlers of Microsoft.Extensions.Http.Resilience and Microsoft.Extensions.Http.Polly that an app adds to all of its clients from repeating
/// unsafe requests, as the standard resilience handler does: if the response to a POST is lost, the droplet may exist, and a second request creates
/// and bills another one. Other types of handlers are left as they are, and so is a handler that is added to this client alone.
/// </summary>
internal static class UnsafeMethods
{
    // By name, because the app may not have these libraries.
    private static readonly string[] Repeating = ["Microsoft.Extensions.Http.Resilience.", "Microsoft.Extensions.Http.PolicyHttpMessageHandler"];

    /// <summary>Lets unsafe requests pass by the handlers that are there now, which are those of all clients.</summary>
    public static void AreNotRepeated(HttpMessageHandlerBuilder builder)
    {
        for (var i = builder.AdditionalHandlers.Count - 1; i >= 0; i--)
        {
            var handler = builder.AdditionalHandlers[i];
            if (Array.Exists(Repeating, name => handler.GetType().FullName?.StartsWith(name, StringComparison.Ordinal) == true))
            {
#pragma warning disable CA2000 // The framework disposes the handlers of a client.
                builder.AdditionalHandlers.Insert(i, new Bypass(handler));
#pragma warning restore CA2000
            }
        }
    }

    private static bool IsSafe(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;

    // The framework links the handlers after this one is created.
    [SuppressMessage("Reliability", "CA2213:Disposable fields should be disposed", Justification = "The framework disposes the handlers.")]
    private sealed class Bypass(DelegatingHandler repeating) : DelegatingHandler
    {
        private HttpMessageInvoker Next => field ??= new HttpMessageInvoker(repeating.InnerHandler!, disposeHandler: false);

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            IsSafe(request.Method) ? base.Send(request, cancellationToken) : Next.Send(request, cancellationToken);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            IsSafe(request.Method) ? base.SendAsync(request, cancellationToken) : Next.SendAsync(request, cancellationToken);
    }
}
