using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DoOAuth;

/// <summary>
/// Distinguishes a browser that loads a page ahead of time from one that loads it for the user. A prefetch must not use up a code or start a sign-in.
/// </summary>
internal static class Prefetch
{
    // Sec-Purpose is defined by the Fetch standard, with "prefetch;prerender" for a page that is also rendered ahead of time. Chrome and Safari sent
    // Purpose and X-Purpose before it, Firefox sends X-Moz.
    private static readonly string[] Headers = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    public static bool Is(HttpRequest request) => Array.Exists(Headers, header => Says(request.Headers[header]));

    /// <summary>Rejects the prefetch, so that the browser loads the page when the user opens it.</summary>
    /// <remarks>
    /// A prefetch is used only if its status is from 200 to 299 (github.com/WICG/nav-speculation/pull/144; Chrome's PrefetchFailedNon2XX). After a
    /// 503, the navigation sends a new request (web-platform-tests, speculation-rules/prefetch/no-http-cache-interference.https.html). There is no
    /// Retry-After, because Chrome would not prefetch from the origin for that time (PrefetchIneligibleRetryAfter).
    /// </remarks>
    public static Task RefuseAsync(HttpContext context) => new Refusal(
        StatusCodes.Status503ServiceUnavailable, "Not prefetched", "This page cannot be prefetched. Open it to load it.").ExecuteAsync(context);

    private static bool Says(StringValues purposes)
    {
        foreach (var purpose in purposes)
        {
            if (purpose is not null && purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
