using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DoOAuth;

/// <summary>
/// Tells a browser that loads a page ahead of the user from one that loads it for the user. What spends a code or begins a sign-in is not for the
/// first.
/// </summary>
internal static class Prefetch
{
    // Sec-Purpose is the Fetch standard's, and says "prefetch;prerender" of a page that is drawn ahead too; Purpose and X-Purpose are what Chrome and
    // Safari sent before it, X-Moz what Firefox sends.
    private static readonly string[] Headers = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    public static bool Is(HttpRequest request) => Array.Exists(Headers, header => Says(request.Headers[header]));

    /// <summary>Refuses it, so that the browser loads the page when the user goes there.</summary>
    /// <remarks>
    /// A prefetch counts only with a status from 200 to 299 (github.com/WICG/nav-speculation/pull/144; Chrome's PrefetchFailedNon2XX); after a 503 the
    /// navigation asks again (web-platform-tests, speculation-rules/prefetch/no-http-cache-interference.https.html). Without Retry-After, for the length
    /// of which Chrome would load nothing of the origin ahead (PrefetchIneligibleRetryAfter).
    /// </remarks>
    public static Task RefuseAsync(HttpContext context) => new Refusal(
        StatusCodes.Status503ServiceUnavailable, "Not loaded ahead", "This page is not loaded ahead of time. Open it, and it is loaded.").ExecuteAsync(context);

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
