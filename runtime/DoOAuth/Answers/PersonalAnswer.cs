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

    private PersonalAnswer()
    {
    }

    /// <summary>A policy for apps that cache their output, whatever else they cache.</summary>
    public static IPostConfigureOptions<OutputCacheOptions> Policy { get; } =
        new PostConfigureOptions<OutputCacheOptions>(name: null, static options => options.AddBasePolicy(Read));

    /// <summary>For endpoints whose answers are personal whoever asks. It comes after every policy of the app's, and before lookup and lock.</summary>
    public static OutputCacheAttribute NoOutputCaching { get; } = new() { NoStore = true };

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

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Features.Get<PersonalAnswer>() is not null)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
