using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>The access of the user who makes the request.</summary>
internal sealed class RequestUserAccess(DigitalOceanApplication application, IHttpContextAccessor httpContext) : IUserAccess
{
    // What was refreshed in the middle of the request, which began with the tokens of its cookie.
    private volatile UserTokens? _newer;

    public bool IsKept => false;

    public async ValueTask<UserTokens> GetAsync(CancellationToken cancellationToken)
    {
        var context = httpContext.HttpContext ?? throw new InvalidOperationException(
            $"{nameof(DigitalOceanClient)} acts for the user of a request, and there is no request here. "
            + $"Keep the user's access with {nameof(DigitalOceanSessions)}.{nameof(DigitalOceanSessions.KeepAccessAsync)} while there is one, "
            + $"and open it here with {nameof(DigitalOceanSessions.OpenAccessAsync)}.");
        PersonalAnswer.Is(context);
        var session = await context.AuthenticateAsync(application.SessionScheme);
        if (SessionStatus.Of(context, application) is { UnavailableBecause: { } because } status)
        {
            throw DigitalOceanAccessException.Unavailable(because, request: Refused(isSessionEnded: false), retryAfter: status.RetryAfter);
        }

        if (SessionTokens.Read(session.Properties) is not { } tokens || SessionTokens.SessionId(session.Properties) is not { } sessionId)
        {
            throw SessionStatus.Of(context, application) is { EndedBecause: { } reason }
                ? DigitalOceanAccessException.Over(reason, Refused(isSessionEnded: true))
                : DigitalOceanAccessException.SignedOut(Refused(isSessionEnded: false));
        }

        return new UserTokens(sessionId, _newer is { } newer && newer.SessionId == sessionId ? tokens.Or(newer.Tokens) : tokens);
    }

    public void GoOnWith(UserTokens newer) => _newer = newer;

    public RefusedRequest? Refused(bool isSessionEnded) =>
        httpContext.HttpContext is { } context ? RefusedRequest.Of(context, application, isSessionEnded) : null;
}
