using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Why an application's guards reject a request. <see cref="ScopeAuthorizationHandler"/> determines and records the refusal. The framework then
/// challenges or forbids, and <see cref="SessionAnswers"/> and <see cref="DeniedAnswers"/> use it to write the response.
/// </summary>
/// <remarks>
/// This is not an <c>AuthorizationFailureReason</c>, because the only way to pass one is to fail explicitly. The app's own handlers could then no
/// longer let administrators through.
/// </remarks>
/// <param name="Reason">One of <see cref="FailureReasons"/>.</param>
/// <param name="MissingScopes">The scopes that were not granted.</param>
internal sealed record GuardRefusal(string Reason, IReadOnlyList<string> MissingScopes)
{
    public GuardRefusal(string reason)
        : this(reason, [])
    {
    }

    /// <summary>Gets the refusal of the application's guards; null if there are no guards here, or if they let the request through.</summary>
    public static GuardRefusal? Of(HttpContext context, DigitalOceanApplication application) =>
        context.Features.Get<OfRequest>()?.ByApplication.GetValueOrDefault(application);

    /// <summary>Whether the guards of any application reject the request.</summary>
    public static bool IsAny(HttpContext context) => context.Features.Get<OfRequest>() is not null;

    /// <summary>Records the refusal. Several guards of one application are combined.</summary>
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
