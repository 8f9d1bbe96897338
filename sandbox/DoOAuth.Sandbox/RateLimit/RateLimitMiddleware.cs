using System.Globalization;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Callers;
using DoOAuth.Sandbox.Notes;

namespace DoOAuth.Sandbox.RateLimit;

/// <summary>
/// Counts the API requests of each token, and writes the counts to the headers of each response. Requests without a valid token are
/// counted together. If the options set a limit, requests above it get 429.
/// </summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RequestCounts counts)
{
    /// <summary>Counts the request, and passes it on or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var caller = await Bearer.AuthenticateAsync(context);
        var count = counts.Count(caller?.TokenId ?? "");
        var headers = context.Response.Headers;
        headers["ratelimit-limit"] = Text(counts.Limit.PerHour);
        headers["ratelimit-remaining"] = Text(count.Remaining);
        headers["ratelimit-reset"] = Text(new DateTimeOffset(count.Reset, TimeSpan.Zero).ToUnixTimeSeconds());
        if (count.Wait is not { } wait)
        {
            await next(context);
            return;
        }

        headers.RetryAfter = Text((long)Math.Ceiling(wait.TotalSeconds));
        RequestNotes.Add(context, string.Create(CultureInfo.InvariantCulture, $"The limit is reached: {counts.Limit.PerHour} requests an hour, {counts.Limit.PerMinute} a minute."));
        await ApiAnswers.TooManyRequestsAsync(context);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
