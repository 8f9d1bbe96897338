using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Holds the guards of SignalR hubs at every call. SignalR itself looks at <c>[RequireScope]</c> on a hub only when a connection begins, which may be days
/// ago, and on a hub's method not at all: of a method it reads <c>[Authorize]</c> alone (Microsoft.AspNetCore.App 10.0).
/// </summary>
internal sealed class HubGuard(ApplicationDirectory applications) : IHubFilter, IConfigureOptions<HubOptions>
{
    private readonly ConcurrentDictionary<(Type Hub, MethodInfo Method), RequireScopeAttribute[]> _guards = new();

    // Beside the filters of the app, for each of its hubs.
    public void Configure(HubOptions options) => options.AddFilter(this);

    /// <exception cref="HubException">The session is over, or a scope was not granted. The client gets the reason.</exception>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        foreach (var guard in GuardsOf(invocationContext))
        {
            var application = applications.Find(guard.Scheme)
                ?? applications.RequireSole("[RequireScope]", static scheme => $"[RequireScope(…, Scheme = \"{scheme}\")]");
            await CheckAsync(invocationContext, application, guard);
        }

        return await next(invocationContext);
    }

    private static async ValueTask CheckAsync(HubInvocationContext call, DigitalOceanApplication application, RequireScopeAttribute guard)
    {
        if (call.Context.User is not { } user || GrantedScopes.Of(user, application.Scheme) is not { } granted)
        {
            throw new HubException(FailureReasons.LoginRequired);
        }

        if (DigitalOceanIdentity.LetIn(user, application)?.Session is { } session
            && await call.ServiceProvider.GetRequiredKeyedService<SessionRefresh>(application.Scheme).IsOverAsync(session, call.Context.ConnectionAborted))
        {
            throw new HubException(FailureReasons.LoginRequired);
        }

        if (granted.Missing(guard.Scopes) is { Length: > 0 } missing)
        {
            throw new HubException($"{FailureReasons.ScopeMissing}: {string.Join(' ', missing)}");
        }
    }

    // A member's attributes are made again each time that it is asked for them.
    private RequireScopeAttribute[] GuardsOf(HubInvocationContext call) => _guards.GetOrAdd((call.Hub.GetType(), call.HubMethod), static key =>
    [
        .. key.Method.GetCustomAttributes<RequireScopeAttribute>(inherit: true),
        .. key.Hub.GetCustomAttributes<RequireScopeAttribute>(inherit: true),
    ]);
}
