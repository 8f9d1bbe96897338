using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Asks at every call of a guarded hub, or of a guarded method, whether the session still lives: its user was signed in when the connection began, which may
/// be days ago. The scopes are asked for by SignalR's own authorization.
/// </summary>
internal sealed class HubGuard(ApplicationDirectory applications) : IHubFilter, IConfigureOptions<HubOptions>
{
    // A member's attributes are made again each time that it is asked for them.
    private readonly ConcurrentDictionary<MethodInfo, string?[]> _guards = new();

    // Beside the filters of the app, for each of its hubs.
    public void Configure(HubOptions options) => options.AddFilter(this);

    /// <exception cref="HubException">The session is over. The client gets the reason.</exception>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        foreach (var scheme in GuardedBy(invocationContext))
        {
            if (applications.Find(scheme) is { } application && await FindEndAsync(invocationContext, application) is { } end)
            {
                throw new HubException(end.Reason ?? FailureReasons.LoginRequired);
            }
        }

        return await next(invocationContext);
    }

    private static async ValueTask<SessionOutcome?> FindEndAsync(HubInvocationContext call, DigitalOceanApplication application) =>
        DigitalOceanIdentity.LetIn(call.Context.User, application)?.Session is { } session
            ? await call.ServiceProvider.GetRequiredKeyedService<SessionMemory>(application.Scheme).FindEndAsync(session, call.Context.ConnectionAborted)
            : null;

    // By the hub's attributes, which its endpoint has too, by the guards of where it is mapped, and by the method's attributes.
    private IEnumerable<string?> GuardedBy(HubInvocationContext call)
    {
        var ofMethod = _guards.GetOrAdd(call.HubMethod, static method =>
            [.. method.GetCustomAttributes<RequireScopeAttribute>(inherit: true).Select(guard => guard.Scheme).Distinct()]);
        var ofHub = call.Context.GetHttpContext()?.GetEndpoint()?.Metadata.GetOrderedMetadata<RequireScopeAttribute>() ?? [];
        return ofHub.Count == 0 ? ofMethod : ofHub.Select(guard => guard.Scheme).Concat(ofMethod).Distinct();
    }
}
