using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Keeps answers that depend on a session out of caches. Output caching looks at <c>HttpContext.User</c> alone, which is nobody where the session is not
/// the app's default scheme, and at no <c>no-store</c>. Where a session is read before output caching begins, a policy of ours remembers it.
/// </summary>
internal sealed class PersonalAnswer : IOutputCachePolicy
{
    private static readonly PersonalAnswer Read = new();
    private static readonly PersonalAnswer Told = new();

    // Asked at every request of an app that caches its output.
    private static readonly ConditionalWeakTable<Endpoint, StrongBox<bool>> TakesUser = [];

    private PersonalAnswer()
    {
    }

    /// <summary>A policy for apps that cache their output, whatever else they cache.</summary>
    public static IPostConfigureOptions<OutputCacheOptions> Policy { get; } =
        new PostConfigureOptions<OutputCacheOptions>(name: null, static options => options.AddBasePolicy(Read));

    /// <summary>A session is read in this request: output caching does not store the answer.</summary>
    public static void IsNotStored(HttpContext context)
    {
        if (context.Features.Get<PersonalAnswer>() is null)
        {
            context.Features.Set(Read);
        }

        if (context.Features.Get<IOutputCacheFeature>() is { } caching)
        {
            caching.Context.AllowCacheStorage = false;
        }
    }

    /// <summary>The answer depends on a session: neither does the browser store it, nor a cache on the way, unless the handler says otherwise.</summary>
    public static void Is(HttpContext context)
    {
        IsNotStored(context);
        if (context.Features.Get<PersonalAnswer>() == Told || context.Response.HasStarted)
        {
            return;
        }

        // Only when the answer begins, so that a handler that sets the header where it is absent, or adds to it, has its way too.
        context.Features.Set(Told);
        if (context.Response.Headers.CacheControl.ToString().Contains("public", StringComparison.OrdinalIgnoreCase))
        {
            // From middleware, or from a handler that has just begun to read the session: it cannot be told, and every other user would get this answer.
            context.Response.Headers.CacheControl = default;
        }

        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                if (headers.CacheControl.Count == 0)
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            },
            context.Response);
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // Known before the handler reads it: then nobody looks for such an answer, nor waits in the cache's lock for another user's.
        if (context.HttpContext.GetEndpoint() is { } endpoint && TakesUser.GetValue(endpoint, static it => Takes(it)).Value)
        {
            context.AllowCacheLookup = false;
            context.AllowCacheStorage = false;
            context.AllowLocking = false;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Features.Get<PersonalAnswer>() is not null)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    // By the handler's parameters. Metadata that the parameter's type adds would say so too, but the framework's generator gives a nullable parameter of
    // such a type warning CS8631 (SDK 10.0.401).
    private static StrongBox<bool> Takes(Endpoint endpoint) => new(
        endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(static parameter =>
            parameter.ParameterType.IsDefined(typeof(PersonalAttribute), inherit: true)) == true);
}
