using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>What happened to an application's session in this request, for the code that writes the response.</summary>
internal sealed class SessionStatus
{
    /// <summary>
    /// The reason why the session is unavailable at the moment, or null: <see cref="FailureReasons.ProviderUnreachable"/> or
    /// <see cref="FailureReasons.StoreUnreachable"/>. The session remains.
    /// </summary>
    public string? UnavailableBecause { get; init; }

    /// <summary>The time until the next attempt.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>The reason why the session ended in this request, or null.</summary>
    public string? EndedBecause { get; init; }

    /// <summary>Whether a sign-in in this request replaces the session.</summary>
    public bool IsReplaced { get; init; }

    public static SessionStatus? Of(HttpContext context, DigitalOceanApplication application) =>
        context.Items.TryGetValue(application, out var status) ? status as SessionStatus : null;

    public void Set(HttpContext context, DigitalOceanApplication application) => context.Items[application] = this;
}
