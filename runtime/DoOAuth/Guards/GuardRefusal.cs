using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Why an application's guards do not let a request through. <see cref="ScopeAuthorizationHandler"/> works it out and writes it down; the framework then
/// challenges or forbids, and <see cref="SessionAnswers"/> and <see cref="DeniedAnswers"/> answer from it.
/// </summary>
/// <remarks>
/// Not an <c>AuthorizationFailureReason</c>: that can only be handed over by failing for good, which would take a handler of the app's own the chance to
/// let its administrators through.
/// </remarks>
/// <param name="Reason">One of <see cref="FailureReasons"/>.</param>
/// <param name="MissingScopes">The scopes that were not granted.</param>
internal sealed record GuardRefusal(string Reason, IReadOnlyList<string> MissingScopes)
{
    public GuardRefusal(string reason)
        : this(reason, [])
    {
    }

    /// <summary>The refusal of the application's guards; null if it has none here, or if they let the request through.</summary>
    public static GuardRefusal? Of(HttpContext context, DigitalOceanApplication application) =>
        context.Features.Get<OfRequest>()?.ByApplication.GetValueOrDefault(application);

    /// <summary>Whether the guards of any application refuse the request.</summary>
    public static bool IsAny(HttpContext context) => context.Features.Get<OfRequest>() is not null;

    /// <summary>Writes it down. Several guards of one application add up.</summary>
    public void Note(HttpContext context, DigitalOceanApplication application)
    {
        if (context.Features.Get<OfRequest>() is not { } all)
        {
            context.Features.Set(all = new OfRequest());
        }

        all.ByApplication[application] = all.ByApplication.GetValueOrDefault(application) is { } before
            ? this with { MissingScopes = [.. before.MissingScopes.Union(MissingScopes)] }
            : this;
    }

    private sealed class OfRequest
    {
        public Dictionary<DigitalOceanApplication, GuardRefusal> ByApplication { get; } = [];
    }
}
