using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Evaluates policies as the framework does. Where a policy is guards of ours alone, and the middleware has read their session already, the answer
/// "yes" is found without the framework's services for it, which cost several times what the question does. Everything else is the framework's:
/// every other answer, every other policy, and all of them where the app has a part in it, or somebody listens.
/// </summary>
internal sealed class GuardEvaluator(ApplicationDirectory applications, CrossSitePolicy crossSite, IMeterFactory meters, ILoggerFactory loggers) : IPolicyEvaluator
{
    private static readonly Task<PolicyAuthorizationResult> Allowed = Task.FromResult(PolicyAuthorizationResult.Success());

    private readonly ScopeAuthorizationHandler _guards = new(applications, crossSite);

    // The framework counts and logs what it evaluates.
#pragma warning disable CA2000 // The factory owns its meters and disposes them with the host.
    private readonly Counter<long> _attempts = meters.Create("Microsoft.AspNetCore.Authorization")
        .CreateCounter<long>("aspnetcore.authorization.attempts", "{attempt}", "The total number of authorization attempts.");
#pragma warning restore CA2000
    private readonly ILogger _logger = loggers.CreateLogger<DefaultAuthorizationService>();
    private bool? _isFrameworksOwn;

    /// <summary>Takes the place of the framework's evaluator, and leaves an app's own where it is.</summary>
    public static void Add(IServiceCollection services)
    {
        if (services.LastOrDefault(service => service.ServiceType == typeof(IPolicyEvaluator))?.ImplementationType == typeof(PolicyEvaluator))
        {
            services.Replace(ServiceDescriptor.Singleton<IPolicyEvaluator, GuardEvaluator>(static provider => new GuardEvaluator(
                provider.GetRequiredService<ApplicationDirectory>(),
                provider.GetRequiredService<CrossSitePolicy>(),
                provider.GetRequiredService<IMeterFactory>(),
                provider.GetRequiredService<ILoggerFactory>())));
        }
    }

    public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(context);
        return policy.AuthenticationSchemes is [var scheme]
            && context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is { Succeeded: true } session
            && session.Ticket.AuthenticationScheme == scheme
            && ReferenceEquals(session.Principal, context.User)
            && HasGuard(policy)
            ? Task.FromResult(session)
            : Framework(context).AuthenticateAsync(policy, context);
    }

    public Task<PolicyAuthorizationResult> AuthorizeAsync(
        AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(context);
        return !_attempts.Enabled
            && !_logger.IsEnabled(LogLevel.Debug)
            && HasGuard(policy)
            && (_isFrameworksOwn ??= IsFrameworksOwn(context.RequestServices))
            && Allows(policy, context, resource as HttpContext)
            ? Allowed
            : Framework(context).AuthorizeAsync(policy, authenticationResult, context, resource);
    }

    private bool Allows(AuthorizationPolicy policy, HttpContext context, HttpContext? resource)
    {
        for (var place = 0; place < policy.Requirements.Count; place++)
        {
            var isMet = policy.Requirements[place] switch
            {
                ScopeRequirement guard => _guards.Allows(guard, context.User, resource),

                BareGuardRequirement => true,

                // Whoever meets a guard is signed in. There is one guard at least.
                DenyAnonymousAuthorizationRequirement deny => deny.GetType() == typeof(DenyAnonymousAuthorizationRequirement),
                _ => false,
            };
            if (!isMet)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasGuard(AuthorizationPolicy policy)
    {
        for (var place = 0; place < policy.Requirements.Count; place++)
        {
            if (policy.Requirements[place] is ScopeRequirement)
            {
                return true;
            }
        }

        return false;
    }

    // A handler of the app's own is asked about every requirement, and may refuse what ours allows.
    private static bool IsFrameworksOwn(IServiceProvider services) =>
        IsFrameworks(services.GetRequiredService<IAuthorizationService>())
        && IsFrameworks(services.GetRequiredService<IAuthorizationHandlerProvider>())
        && IsFrameworks(services.GetRequiredService<IAuthorizationEvaluator>())
        && IsFrameworks(services.GetRequiredService<IAuthorizationHandlerContextFactory>())
        && services.GetServices<IAuthorizationHandler>().All(handler => handler is ScopeAuthorizationHandler || handler.GetType() == typeof(PassThroughAuthorizationHandler));

    private static bool IsFrameworks(object service) => service.GetType().Assembly == typeof(DefaultAuthorizationService).Assembly;

    private static PolicyEvaluator Framework(HttpContext context) => new(context.RequestServices.GetRequiredService<IAuthorizationService>());
}
