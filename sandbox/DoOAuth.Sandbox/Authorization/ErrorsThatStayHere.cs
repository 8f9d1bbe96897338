using DoOAuth.Sandbox.Notes;
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
internal sealed class ErrorsThatStayHere(ClientRegistry clients) : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        var cause = ErrorTexts.CauseOf(context.Transaction);
        context.Response.ErrorUri = null;
        if (context.Error is null || (context.RedirectUri is not null && context.Error != Errors.InvalidScope))
        {
            if (cause.Length > 0)
            {
                RequestNotes.Add(http, $"{context.Error}: {cause}");
            }

            return;
        }

        var isAddress = context.Error == Errors.InvalidRequest && cause.Contains(Parameters.RedirectUri, StringComparison.Ordinal);
        var explanation = Explanation(context, cause, isAddress);
        RequestNotes.Add(http, $"{context.Error}: {explanation}");
        await ErrorPage.WriteAsync(
            http,
            StatusCodes.Status400BadRequest,
            context.Error == Errors.InvalidScope ? "This app asks for a scope that does not exist" : "This app cannot be authorized",
            explanation,
            atDigitalOcean: isAddress ? ErrorTexts.InvalidRedirectUri : context.Response.ErrorDescription);
        context.HandleRequest();
    }

    private string Explanation(ApplyAuthorizationResponseContext context, string cause, bool isAddress)
    {
        if (isAddress && context.Request?.RedirectUri is { } address)
        {
            var registered = clients.Find(context.Request.ClientId)?.RedirectUris ?? [];
            return registered.Count == 0
                ? $"{cause} It was: {address}. It must equal a registered address. The sandbox's own client can use any address on this machine."
                : $"{cause} It was: {address}. It must equal a registered address: {string.Join(", ", registered)}";
        }

        return context.Error == Errors.InvalidRequest && cause.Contains(Parameters.ClientId, StringComparison.Ordinal)
            ? $"{cause} Compare the client ID, {context.Request?.ClientId ?? "which is missing"}, with the one on the sandbox's home page."
            : cause;
    }
}
