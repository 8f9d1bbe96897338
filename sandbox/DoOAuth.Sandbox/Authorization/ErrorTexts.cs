using DoOAuth.Sandbox.Notes;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Gives clients the error descriptions that DigitalOcean's server has: one for each error, whatever the cause. The cause goes to the
/// notes of the request.
/// </summary>
internal sealed class ErrorTexts : IOpenIddictServerHandler<ProcessErrorContext>
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        [Errors.InvalidRequest] = "The request is missing a required parameter, includes an unsupported parameter value, or is otherwise malformed.",
        [Errors.InvalidClient] = "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.",
        [Errors.InvalidGrant] = "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.",
        [Errors.InvalidScope] = "The requested scope is invalid, unknown, or malformed.",
        [Errors.UnauthorizedClient] = "The client is not authorized to perform this request using this method.",
        [Errors.UnsupportedGrantType] = "The authorization grant type is not supported by the authorization server.",
        [Errors.UnsupportedResponseType] = "The authorization server does not support this response type.",
        [Errors.AccessDenied] = "The resource owner or authorization server denied the request.",
        [Errors.ServerError] = "The authorization server encountered an unexpected condition which prevented it from fulfilling the request.",
        [Errors.TemporarilyUnavailable] = "The authorization server is currently unable to handle the request due to a temporary overloading or maintenance of the server.",
        [Errors.LoginRequired] = "The authorization server requires end-user authentication",
        [Errors.ConsentRequired] = "The authorization server requires end-user consent",
    };

    /// <summary>What the page says about a redirect address that is not registered.</summary>
    public const string InvalidRedirectUri = "The redirect uri included is not valid.";

    /// <summary>Returns the description of an error, or null if DigitalOcean has none.</summary>
    public static string? Of(string? error) => error is null ? null : Descriptions.GetValueOrDefault(error);

    /// <inheritdoc/>
    public ValueTask HandleAsync(ProcessErrorContext context)
    {
        context.Response.ErrorUri = null;
        if (context.Response.Error is { } error)
        {
            // OpenIddict renames the error of a code or a refresh token after this step.
            error = error == Errors.InvalidToken && context.EndpointType == OpenIddictServerEndpointType.Token ? Errors.InvalidGrant : error;
            var cause = context.Response.ErrorDescription;

            // ErrorsThatStayHere can say more about those of the authorize page.
            if (context.EndpointType != OpenIddictServerEndpointType.Authorization)
            {
                RequestNotes.Add(context.Transaction.GetHttpRequest()!.HttpContext, cause is null ? error : $"{error}: {cause}");
            }

            context.Transaction.SetProperty(nameof(ErrorTexts), cause);
            context.Response.ErrorDescription = Of(error) ?? cause;
        }

        return default;
    }

    /// <summary>Returns the cause of the error that a request ended with.</summary>
    public static string CauseOf(OpenIddictServerTransaction transaction) => transaction.GetProperty<string>(nameof(ErrorTexts)) ?? "";
}
