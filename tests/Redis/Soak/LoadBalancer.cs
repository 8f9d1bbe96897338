using System.Net;
using Microsoft.AspNetCore.Hosting;
using Yarp.ReverseProxy.Forwarder;

namespace DoOAuth.Redis.Tests.Soak;

/// <summary>The one address of all instances: each request goes to one that runs, at random. Where that dies meanwhile the answer is 502.</summary>
internal sealed class LoadBalancer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _client = Forwarding.NewClient();
    private readonly Func<IReadOnlyList<Uri>> _running;

    private LoadBalancer(WebApplication app, Func<IReadOnlyList<Uri>> running)
    {
        _app = app;
        _running = running;
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<LoadBalancer> StartAsync(Func<IReadOnlyList<Uri>> running)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddHttpForwarder();
        var app = builder.Build();
        var balancer = new LoadBalancer(app, running);
        app.Run(balancer.ForwardAsync);
        await app.StartAsync();
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var running = _running();
        if (running.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return;
        }

#pragma warning disable CA5394 // Which instance it is need not be a secret.
        var instance = running[Random.Shared.Next(running.Count)];
#pragma warning restore CA5394
        await context.RequestServices.GetRequiredService<IHttpForwarder>().SendAsync(
            context, instance.AbsoluteUri, _client, ForwarderRequestConfig.Empty, Forwarding.Instance);
    }
}
