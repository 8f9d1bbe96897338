using System.Net;

namespace DoOAuth.Sandbox;

/// <summary>
/// Lets through only what is addressed to this machine by name: a page elsewhere whose name leads here (DNS rebinding)
/// gets nothing.
/// </summary>
internal sealed class LoopbackHost(RequestDelegate next)
{
    /// <summary>Refuses a foreign host name.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host.Trim('[', ']');
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync("The sandbox accepts local requests only. Use 127.0.0.1 or localhost as the host name.", context.RequestAborted);
    }
}
