using System.Collections.Concurrent;
using System.Reflection;
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
    private readonly ConcurrentDictionary<(Type Hub, MethodInfo Method), string?[]> _guards = new();

    // Beside the filters of the app, for each of its hubs.
    public void Configure(HubOptions options) => options.AddFilter(this);

    /// <exception cref="HubException">The session is over. The client gets the reason.</exception>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        foreach (var scheme in GuardedBy(invocationContext))
        {
            if (applications.Find(scheme) is { } application && await IsOverAsync(invocationContext, application))
            {
                throw new HubException(FailureReasons.LoginRequired);
            }
        }

        return await next(invocationContext);
    }

    private static async ValueTask<bool> IsOverAsync(HubInvocationContext call, DigitalOceanApplication application) =>
        DigitalOceanIdentity.LetIn(call.Context.User, application)?.Session is { } session
        && await call.ServiceProvider.GetRequiredKeyedService<SessionRefresh>(application.Scheme).IsOverAsync(session, call.Context.ConnectionAborted);

    // A member's attributes are made again each time that it is asked for them.
    private string?[] GuardedBy(HubInvocationContext call) => _guards.GetOrAdd((call.Hub.GetType(), call.HubMethod), static key =>
    [
        .. key.Method.GetCustomAttributes<RequireScopeAttribute>(inherit: true)
            .Concat(key.Hub.GetCustomAttributes<RequireScopeAttribute>(inherit: true))
            .Select(guard => guard.Scheme)
            .Distinct(),
    ]);
}
