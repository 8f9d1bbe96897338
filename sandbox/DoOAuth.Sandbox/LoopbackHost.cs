using System.Net;

namespace DoOAuth.Sandbox;

/// <summary>
/// Accepts only requests whose host name is this machine's. This stops DNS rebinding, where a foreign name resolves to this
/// machine.
/// </summary>
internal sealed class LoopbackHost(RequestDelegate next)
{
    /// <summary>Responds with 421 to other host names.</summary>
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
