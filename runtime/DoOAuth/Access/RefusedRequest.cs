using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// The request in which the user's access was missing. It is captured immediately, because path base, path and route values can differ where the
/// exception is handled, outside of the app's middleware.
/// </summary>
/// <param name="Application">The user's application.</param>
/// <param name="Login">The address to sign in at, for a program or a script.</param>
/// <param name="LoginAndBack">The address to sign in at that returns here.</param>
/// <param name="IsInVain">Whether a sign-in would lead straight back, because the API rejects tokens that were just issued.</param>
internal sealed record RefusedRequest(DigitalOceanApplication Application, string Login, string LoginAndBack, bool IsInVain)
{
    public static RefusedRequest Of(HttpContext context, DigitalOceanApplication application, bool isInVain = false) => new(
        application,
        PathOf.Login(context, application, PathOf.Back(context)),
        PathOf.Login(context, application, LocalUrl.TryRead(PathOf.This(context))),
        isInVain);
}
