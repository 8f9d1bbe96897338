using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Keeps responses that depend on a session out of caches. Output caching checks only <c>HttpContext.User</c>, which is anonymous if the session is
/// not the app's default scheme, and ignores <c>no-store</c>. If a session is read before output caching starts, this policy remembers it.
/// </summary>
internal sealed class PersonalAnswer : IOutputCachePolicy
{
    private static readonly PersonalAnswer Read = new();
    private static readonly PersonalAnswer Told = new();

    // Checked on each request of an app with output caching.
    private static readonly ConditionalWeakTable<Endpoint, StrongBox<bool>> TakesUser = [];

    private PersonalAnswer()
    {
    }

    /// <summary>Adds the policy to apps with output caching, whatever their other policies are.</summary>
    public static IPostConfigureOptions<OutputCacheOptions> Policy { get; } =
        new PostConfigureOptions<OutputCacheOptions>(name: null, static options => options.AddBasePolicy(Read));

    /// <summary>Marks that a session is read in this request, so that output caching does not store the response.</summary>
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

    /// <summary>Marks that the response depends on a session: browser and shared caches do not store it, unless the handler allows it.</summary>
    public static void Is(HttpContext context)
    {
        IsNotStored(context);
        if (context.Features.Get<PersonalAnswer>() == Told || context.Response.HasStarted)
        {
            return;
        }

        // Set when the response starts, so that a handler can still set the header if it is missing, or append to it.
        context.Features.Set(Told);
        if (context.Response.Headers.CacheControl.ToString().Contains("public", StringComparison.OrdinalIgnoreCase))
        {
            // The header comes from middleware, or from a handler that has just started to read the session. It is not known which, and every other
            // user would get this response.
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
        // Known before the handler runs, so that requests neither look up such a response nor wait in the cache's lock for another user's.
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

    // From the handler's parameters. Metadata that the parameter's type adds would work too, but with the framework's generator, a nullable parameter
    // of such a type causes warning CS8631 (SDK 10.0.401).
    private static StrongBox<bool> Takes(Endpoint endpoint) => new(
        endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(static parameter =>
            parameter.ParameterType.IsDefined(typeof(PersonalAttribute), inherit: true)) == true);
}
