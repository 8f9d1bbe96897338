using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Returns 503 with <c>Retry-After</c> for requests that need something that cannot be reached at the moment.</summary>
internal static class UnavailableAnswers
{
    private static readonly TimeSpan StoreRetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>The session is unavailable at the moment, but remains.</summary>
    public static Task WriteAsync(HttpContext context, SessionStatus status) => status.UnavailableBecause == FailureReasons.StoreUnreachable
        ? StoreAwayAsync(context, "The app's session store cannot be reached. You were not signed out. Try again in a moment.")
        : WriteAsync(
            context,
            FailureReasons.ProviderUnreachable,
            status.RetryAfter,
            "DigitalOcean cannot be reached",
            "The access token must be refreshed, but DigitalOcean cannot be reached. You are still signed in. Try again in a moment.");

    /// <summary>The request needs the session store, which cannot be reached.</summary>
    public static Task StoreAwayAsync(HttpContext context, string text) =>
        WriteAsync(context, FailureReasons.StoreUnreachable, StoreRetryAfter, "The session store cannot be reached", text);

    private static Task WriteAsync(HttpContext context, string reason, TimeSpan retryAfter, string title, string text)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new Refusal(StatusCodes.Status503ServiceUnavailable, title, text) { Reason = reason }.ExecuteAsync(context);
    }
}
