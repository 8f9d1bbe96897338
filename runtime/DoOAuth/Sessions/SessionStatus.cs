using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>What became of an application's session in this request, for those who answer it.</summary>
internal sealed class SessionStatus
{
    /// <summary>
    /// Why the session cannot be used for now, or null: <see cref="FailureReasons.ProviderUnreachable"/> or
    /// <see cref="FailureReasons.StoreUnreachable"/>. The session stays.
    /// </summary>
    public string? UnavailableBecause { get; init; }

    /// <summary>When to try again.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>Why the session ended in this request, or null.</summary>
    public string? EndedBecause { get; init; }

    /// <summary>A sign-in in this request puts another session in its place.</summary>
    public bool IsReplaced { get; init; }

    public static SessionStatus? Of(HttpContext context, DigitalOceanApplication application) =>
        context.Items.TryGetValue(application, out var status) ? status as SessionStatus : null;

    public void Set(HttpContext context, DigitalOceanApplication application) => context.Items[application] = this;
}
