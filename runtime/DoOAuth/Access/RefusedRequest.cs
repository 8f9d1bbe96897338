using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// The request in which a user's access was missing. Written down at once: where the exception is answered, outside of the app's middleware, path base,
/// path and route values may be others.
/// </summary>
/// <param name="Application">The application whose user it is.</param>
/// <param name="Login">Where to sign in.</param>
/// <param name="LoginAndBack">Where to sign in and come back here.</param>
/// <param name="IsSessionEnded">Whether DigitalOcean has ended the session of this request, so that its cookie is of no use any more.</param>
internal sealed record RefusedRequest(DigitalOceanApplication Application, string Login, string LoginAndBack, bool IsSessionEnded)
{
    public static RefusedRequest Of(HttpContext context, DigitalOceanApplication application, bool isSessionEnded = false) => new(
        application,
        PathOf.Login(context, application),
        PathOf.Login(context, application, LocalUrl.TryRead(PathOf.This(context))),
        isSessionEnded);
}
