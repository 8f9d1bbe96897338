using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// The access of the user who makes the request. A request can be a connection that lives for days, such as that of a hub or a circuit. Each call
/// uses the session's newest tokens and detects the end of the session.
/// </summary>
internal sealed class RequestUserAccess(DigitalOceanApplication application, SessionRefresh refresh, IHttpContextAccessor httpContext) : IUserAccess
{
    // The current tokens in this request, which started with those of its cookie, and the session that it started with.
    private volatile Known? _known;

    public SessionUse Use => SessionUse.Connection;

    public async ValueTask<UserTokens> GetAsync(CancellationToken cancellationToken)
    {
        var context = httpContext.HttpContext ?? throw new InvalidOperationException(
            $"{nameof(DigitalOceanClient)} acts for the user of the current request, but there is no request. "
            + "In a hub, a circuit or a stream, open the user's access with DigitalOceanSessions.OpenAccessForAsync. "
            + "For other work, keep the user's access with KeepAccessAsync during a request, "
            + "and open it here with OpenAccessAsync.");
        PersonalAnswer.Is(context);
        var session = await context.AuthenticateAsync(application.SessionScheme);
        if (UserTokens.Read(session.Properties) is not { } begun)
        {
            throw DigitalOceanAccessException.WithoutSession(context, application);
        }

        var known = _known is { } earlier && earlier.SessionId == begun.SessionId ? earlier.Newest : begun;
        var newest = DigitalOceanAccessException.ThrowIfUnusable(await refresh.EnsureFreshAsync(known, Use, cancellationToken), () => Refused());
        _known = new Known(begun.SessionId, newest);
        return newest;
    }

    public void GoOnWith(UserTokens newer) => _known = _known is { } known ? known with { Newest = newer } : null;

    public RefusedRequest? Refused(bool isInVain = false) =>
        httpContext.HttpContext is { } context ? RefusedRequest.Of(context, application, isInVain) : null;

    private sealed record Known(string SessionId, UserTokens Newest);
}
