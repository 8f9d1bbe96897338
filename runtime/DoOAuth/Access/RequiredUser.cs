using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>The user as a service, such as the parameter of a constructor.</summary>
internal sealed class RequiredUser(ApplicationDirectory applications, IHttpContextAccessor http)
{
    /// <summary>Gets the user of the request.</summary>
    /// <exception cref="DigitalOceanAccessException">The user is not signed in, or the session is unavailable at the moment.</exception>
    /// <exception cref="InvalidOperationException">There is no request, or several applications are registered.</exception>
    public DigitalOceanUser Get()
    {
        var application = applications.RequireSole(nameof(DigitalOceanUser), _ => "a parameter of a guarded handler");
        var context = http.HttpContext ?? throw new InvalidOperationException(
            $"{nameof(DigitalOceanUser)} is the user of the current request, but there is no request.");
        PersonalAnswer.Is(context);

        // The middleware or the endpoint's guard has usually read the session by now. If not, this waits for it, including a refresh.
        var session = context.AuthenticateAsync(application.SessionScheme).GetAwaiter().GetResult();
        return CurrentUser.Of(session, application) ?? throw DigitalOceanAccessException.WithoutSession(context, application);
    }
}
