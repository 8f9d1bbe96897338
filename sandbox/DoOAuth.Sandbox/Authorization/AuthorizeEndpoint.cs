using System.Security.Claims;
using DoOAuth.Sandbox.Faults;
using DoOAuth.Sandbox.Notes;
using DoOAuth.Sandbox.Pages;
using DoOAuth.Sandbox.Traffic;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Asks the user for consent and redirects to the app. OpenIddict has already validated the request.</summary>
internal sealed class AuthorizeEndpoint(SandboxOptions options, ClientRegistry clients, ConsentMemory consents, IAntiforgery antiforgery, SandboxCookies cookies, ScopeLedger ledger)
{
    private const int HintLength = 6;
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
            await RefuseAsync(context, error, "A fault of the sandbox causes this error.");
        }
        else if (faults.Has(SandboxFaultKind.RefuseConsent))
        {
            await RefuseAsync(context, Errors.AccessDenied, "A fault of the sandbox makes the user refuse.");
        }
        else if (request.HasPromptValue(PromptValues.None))
        {
            await WithoutPromptAsync(context, request, faults.Has(SandboxFaultKind.SignedOut) ? null : Expected(request, user));
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
            var client = clients.Find(request.ClientId) ?? throw new InvalidOperationException("OpenIddict has accepted a client that is not registered.");
            await ConsentPage.WriteAsync(context, new(client, request, options.Users, user, ScopeWords.Describe(scopes), antiforgery.GetAndStoreTokens(context)));
        }
    }

    private static Task RefuseAsync(HttpContext context, string error, string cause)
    {
        RequestNotes.Add(context, $"{error}: {cause}");
        return context.ForbidAsync(Server, new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = ErrorTexts.Of(error) ?? cause,
        }));
    }

    private Task WithoutPromptAsync(HttpContext context, OpenIddictRequest request, SandboxUser? user)
    {
        if (user is null)
        {
            return RefuseAsync(context, Errors.LoginRequired, "Nobody is signed in, or not the user whose account the parameter i expects.");
        }

        return consents.Covers(user, request.ClientId!, request.GetScopes())
            ? GrantAsync(context, request, user)
            : RefuseAsync(context, Errors.ConsentRequired, $"{user.Name} has not granted these scopes to the app before.");
    }

    // The reference of August 2025: i is a hint, the first 6 characters of the UUID of the expected account.
    private SandboxUser? Expected(OpenIddictRequest request, SandboxUser current)
    {
        var hint = (string?)request["i"] ?? "";
        return Fits(current) ? current : options.Users.FirstOrDefault(Fits);

        bool Fits(SandboxUser user) => user.Uuid.StartsWith(hint.Length > HintLength ? hint[..HintLength] : hint, StringComparison.OrdinalIgnoreCase);
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
            await RefuseAsync(context, Errors.AccessDenied, "The user refused.");
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
        if (request.IsImplicitFlow())
        {
            ledger.Grant(request.ClientId!, scopes);
        }

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
