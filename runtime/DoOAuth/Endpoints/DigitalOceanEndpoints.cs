using System.ComponentModel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth;

/// <summary>Maps an application's endpoints. Generated <c>Map…</c> methods call it.</summary>
public static class DigitalOceanEndpoints
{
    /// <summary>Maps the login, callback, logout, disconnect and user endpoints.</summary>
    /// <param name="endpoints">The app, or a route group.</param>
    /// <param name="application">The application.</param>
    /// <returns>A builder for all five endpoints and for each of them.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DigitalOceanEndpointConventionBuilder MapDigitalOceanApplication(this IEndpointRouteBuilder endpoints, DigitalOceanApplication application)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(application);
        return new DigitalOceanEndpointConventionBuilder(
            MapLogin(endpoints, application),
            MapCallback(endpoints, application),
            MapLogout(endpoints, application),
            MapDisconnect(endpoints, application),
            MapUser(endpoints, application));
    }

    private static IEndpointConventionBuilder MapLogin(IEndpointRouteBuilder endpoints, DigitalOceanApplication application)
    {
        RequestDelegate handler = context => LoginEndpoint.HandleAsync(context, application);
        return endpoints.MapGet(application.LoginPath, handler).Describe(
            handler,
            application.LoginEndpoint,
            "Sign in with DigitalOcean",
            "Redirects the browser to DigitalOcean. returnUrl is the path of this app to return to. scope is an additional declared scope to request.",
            Answer(StatusCodes.Status302Found),
            Answer(StatusCodes.Status400BadRequest),
            Answer(StatusCodes.Status503ServiceUnavailable));
    }

    private static IEndpointConventionBuilder MapCallback(IEndpointRouteBuilder endpoints, DigitalOceanApplication application)
    {
        RequestDelegate handler = context => CallbackEndpoint.HandleAsync(context, application);
        return endpoints.MapGet(application.CallbackPath, handler).Describe(
            handler,
            application.CallbackEndpoint,
            "Return from DigitalOcean",
            "DigitalOcean redirects the browser here. Exchanges the code, signs the user in and returns to the page where the sign-in started.",
            Answer(StatusCodes.Status302Found),
            Answer(StatusCodes.Status400BadRequest),
            Answer(StatusCodes.Status403Forbidden),
            Answer(StatusCodes.Status502BadGateway),
            Answer(StatusCodes.Status503ServiceUnavailable),
            Answer(StatusCodes.Status504GatewayTimeout));
    }

    private static IEndpointConventionBuilder MapLogout(IEndpointRouteBuilder endpoints, DigitalOceanApplication application)
    {
        RequestDelegate handler = context => LogoutEndpoint.HandleAsync(context, application);
        return endpoints.MapPost(application.LogoutPath, handler).Describe(
            handler,
            application.LogoutEndpoint,
            "Sign out",
            "Ends the session in this app. The access at DigitalOcean remains.",
            Answer(StatusCodes.Status204NoContent),
            Answer(StatusCodes.Status303SeeOther),
            Answer(StatusCodes.Status403Forbidden),
            Answer(StatusCodes.Status503ServiceUnavailable));
    }

    private static IEndpointConventionBuilder MapDisconnect(IEndpointRouteBuilder endpoints, DigitalOceanApplication application)
    {
        RequestDelegate handler = context => DisconnectEndpoint.HandleAsync(context, application);
        return endpoints.MapPost(application.DisconnectPath, handler).Describe(
            handler,
            application.DisconnectEndpoint,
            "Disconnect from DigitalOcean",
            "Takes back the access that this browser was given. Your other browsers keep theirs. "
            + "Revokes the access token and the refresh token at DigitalOcean, then ends the session. If DigitalOcean cannot be reached, the session remains.",
            Answer(StatusCodes.Status204NoContent),
            Answer(StatusCodes.Status303SeeOther),
            Answer(StatusCodes.Status401Unauthorized),
            Answer(StatusCodes.Status403Forbidden),
            Answer(StatusCodes.Status502BadGateway),
            Answer(StatusCodes.Status503ServiceUnavailable),
            Answer(StatusCodes.Status504GatewayTimeout));
    }

    private static IEndpointConventionBuilder MapUser(IEndpointRouteBuilder endpoints, DigitalOceanApplication application)
    {
        RequestDelegate handler = context => UserEndpoint.HandleAsync(context, application);
        return endpoints.MapGet(application.UserPath, handler).Describe(
            handler,
            application.UserEndpoint,
            "The signed-in user",
            "Returns the user who is signed in with DigitalOcean, and the scopes that they granted.",
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DigitalOceanUser), ["application/json"]),
            Answer(StatusCodes.Status401Unauthorized),
            Answer(StatusCodes.Status503ServiceUnavailable));
    }

    // Descriptions do not show a status without a type.
    private static ProducesResponseTypeMetadata Answer(int status) => new(status, typeof(void));

    // A RequestDelegate shows in descriptions such as OpenAPI only if its method is in the metadata. Anonymous access is allowed even if the app or a
    // group requires a user, because otherwise nobody could sign in. Output caching is off.
    private static IEndpointConventionBuilder Describe(
        this IEndpointConventionBuilder endpoint, RequestDelegate handler, string name, string summary, string description, params object[] answers) =>
        endpoint
            .WithName(name)
            .WithSummary(summary)
            .WithDescription(description)
            .WithTags("DigitalOcean")
            .WithMetadata([handler.Method, new AllowAnonymousAttribute(), PersonalEndpoint.NoOutputCaching, .. answers]);
}
