using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace DoOAuth.Sandbox;

/// <summary>
/// Passes on requests to the sandbox's address. An in-memory server gets every request of its clients, whatever the host, and the app would answer
/// 404. On a real port, no request has another server's address.
/// </summary>
internal sealed class SandboxRelay(Uri sandbox) : IStartupFilter, IDisposable
{
    private readonly HttpMessageInvoker _server = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) => context.Request.Host.Value == sandbox.Authority ? PassOnAsync(context) : following(context));
        next(app);
    };

    public void Dispose() => _server.Dispose();

    private async Task PassOnAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.GetEncodedUrl());
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false && !HttpMethods.IsGet(context.Request.Method))
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, value) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value.AsEnumerable());
            }
        }

        using var response = await _server.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, value) in response.Headers.Concat(response.Content.Headers))
        {
            context.Response.Headers[name] = value.ToArray();
        }

        // The body is not in chunks when it is read here.
        context.Response.Headers.Remove("Transfer-Encoding");
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
