using DoOAuth.Sandbox.Pages;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// For a wrong client, a wrong <c>redirect_uri</c> or an unknown scope, DigitalOcean shows an error page and does not redirect to
/// the app.
/// </summary>
internal sealed class ErrorsThatStayHere : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        context.Response.ErrorUri = null;
        if (context.Error is null || (context.RedirectUri is not null && context.Error != Errors.InvalidScope))
        {
            return;
        }

        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        await ErrorPage.WriteAsync(http, StatusCodes.Status400BadRequest, Title(context), Explanation(context), leavesUserHere: true);
        context.HandleRequest();
    }

    private static bool MentionsAddress(ApplyAuthorizationResponseContext context) =>
        context.Response.ErrorDescription?.Contains(Parameters.RedirectUri, StringComparison.Ordinal) is true;

    private static bool MentionsClient(ApplyAuthorizationResponseContext context) =>
        context.Response.ErrorDescription?.Contains(Parameters.ClientId, StringComparison.Ordinal) is true;

    private static string Title(ApplyAuthorizationResponseContext context) => context.Error switch
    {
        Errors.InvalidScope => "This app asks for a scope that does not exist",
        _ => "This app cannot be authorized",
    };

    private static string Explanation(ApplyAuthorizationResponseContext context) => context.Error switch
    {
        Errors.InvalidScope => context.Response.ErrorDescription ?? "",
        Errors.InvalidRequest when context.Request?.RedirectUri is { } address && MentionsAddress(context) =>
            $"{context.Response.ErrorDescription} It was: {address}. It must equal a registered address. The sandbox's own client can use any address on this machine.",
        Errors.InvalidRequest when context.Request?.ClientId is null || !MentionsClient(context) => context.Response.ErrorDescription ?? "",
        _ => $"{context.Response.ErrorDescription} Compare the client ID, {context.Request?.ClientId ?? "which is missing"}, with the one on the sandbox's home page.",
    };
}
