using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth;

/// <summary><c>GET /callback</c>: passes the request to the application's OAuth handler.</summary>
internal static class CallbackEndpoint
{
    public static async Task HandleAsync(HttpContext context, DigitalOceanApplication application)
    {
        if (Prefetch.Is(context.Request))
        {
            await Prefetch.RefuseAsync(context);
            return;
        }

        NoStore.Set(context.Response);
        using var activity = DigitalOceanMetrics.StartActivity("DoOAuth.Callback", application.Scheme);
        var handlers = context.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>();
        if (await handlers.GetHandlerAsync(context, application.Scheme) is not SignInHandler handler)
        {
            throw new InvalidOperationException(
                $"{application.Scheme} is mapped but not added. Call builder.Add{application.Scheme}() before builder.Build().");
        }

        await handler.HandleCallbackAsync();
    }
}
