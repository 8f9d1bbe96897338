using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>What became of an application's session in this request, for those who answer it.</summary>
internal sealed class SessionStatus
{
    /// <summary>The token has expired and could not be refreshed for now; the session stays.</summary>
    public bool TokenUnavailable { get; init; }

    /// <summary>Why the session ended in this request, or null.</summary>
    public string? EndedBecause { get; init; }

    public static SessionStatus? Of(HttpContext context, DigitalOceanApplication application) =>
        context.Items.TryGetValue(application, out var status) ? status as SessionStatus : null;

    public void Set(HttpContext context, DigitalOceanApplication application) => context.Items[application] = this;
}
