using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// The request in which a user's access was missing. Written down at once: where the exception is answered, outside of the app's middleware, path base,
/// path and route values may be others.
/// </summary>
/// <param name="Application">The application whose user it is.</param>
/// <param name="Login">Where to sign in.</param>
/// <param name="LoginAndBack">Where to sign in and come back here.</param>
/// <param name="IsInVain">Whether to sign in again would lead straight back here: the API refuses tokens that have just been issued.</param>
internal sealed record RefusedRequest(DigitalOceanApplication Application, string Login, string LoginAndBack, bool IsInVain)
{
    public static RefusedRequest Of(HttpContext context, DigitalOceanApplication application, bool isInVain = false) => new(
        application,
        PathOf.Login(context, application),
        PathOf.Login(context, application, LocalUrl.TryRead(PathOf.This(context))),
        isInVain);
}
