using System.Security.Claims;
using DoOAuth.Sandbox.Faults;
using DoOAuth.Sandbox.Pages;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Asks the user for consent and redirects to the app. OpenIddict has already validated the request.</summary>
internal sealed class AuthorizeEndpoint(SandboxOptions options, ConsentMemory consents, IAntiforgery antiforgery, SandboxCookies cookies)
{
    private const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    /// <summary>Shows the consent page, or handles its form.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("OpenIddict has not read the authorization request.");
        var scopes = request.GetScopes();
        var user = CurrentUser(context);
        var faults = RequestFaults.Of(context);

        if (faults.Find(SandboxFaultKind.AuthorizeError) is { Value: { } error })
        {
            await RefuseAsync(context, error, "The sandbox has a fault that causes this error.");
        }
        else if (faults.Has(SandboxFaultKind.RefuseConsent))
        {
            await RefuseAsync(context, Errors.AccessDenied, "The resource owner denied the request.");
        }
        else if (request.HasPromptValue(PromptValues.None))
        {
            await WithoutPromptAsync(context, request, user, faults.Has(SandboxFaultKind.SignedOut));
        }
        else if (options.AutoApprove)
        {
            await GrantAsync(context, request, user);
        }
        else if (HttpMethods.IsPost(context.Request.Method) && context.Request.Form["decision"].ToString() is { Length: > 0 } decision)
        {
            await DecideAsync(context, request, decision);
        }
        else
        {
            var client = options.AllClients.First(client => client.ClientId == request.ClientId);
            await ConsentPage.WriteAsync(context, new(client, request, options.Users, user, ScopeWords.Describe(scopes), antiforgery.GetAndStoreTokens(context)));
        }
    }

    private static Task RefuseAsync(HttpContext context, string error, string description) =>
        context.ForbidAsync(Server, new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }));

    private Task WithoutPromptAsync(HttpContext context, OpenIddictRequest request, SandboxUser user, bool signedOut)
    {
        if (signedOut)
        {
            return RefuseAsync(context, Errors.LoginRequired, "Nobody is signed in.");
        }

        return consents.Covers(user, request.ClientId!, request.GetScopes())
            ? GrantAsync(context, request, user)
            : RefuseAsync(context, Errors.ConsentRequired, "The user has not granted these scopes to the app before.");
    }

    private async Task DecideAsync(HttpContext context, OpenIddictRequest request, string decision)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await ErrorPage.WriteAsync(context, StatusCodes.Status400BadRequest, "This form was not sent by the consent page", "Go back to the app and sign in again.");
            return;
        }

        if (decision != "approve")
        {
            await RefuseAsync(context, Errors.AccessDenied, "The resource owner denied the request.");
            return;
        }

        var account = context.Request.Form["account"].ToString();
        var user = options.Users.FirstOrDefault(user => user.Uuid == account) ?? options.Users[0];
        context.Response.Cookies.Append(cookies.Account, user.Uuid, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
        await GrantAsync(context, request, user);
    }

    private Task GrantAsync(HttpContext context, OpenIddictRequest request, SandboxUser user)
    {
        var scopes = request.GetScopes();
        consents.Remember(user, request.ClientId!, scopes);

        var identity = new ClaimsIdentity(authenticationType: "sandbox", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, user.Uuid);

        // DigitalOcean always issues a refresh token. OpenIddict does so only for this scope.
        identity.SetScopes(scopes.Add(Scopes.OfflineAccess));
        return context.SignInAsync(Server, new ClaimsPrincipal(identity));
    }

    private SandboxUser CurrentUser(HttpContext context)
    {
        var uuid = context.Request.Cookies[cookies.Account];
        return options.Users.FirstOrDefault(user => user.Uuid == uuid) ?? options.Users[0];
    }
}
