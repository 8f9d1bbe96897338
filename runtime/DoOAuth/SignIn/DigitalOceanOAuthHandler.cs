using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// The framework's OAuth handler, adapted to DigitalOcean's responses. State, correlation and PKCE are the framework's. Code exchange and error path
/// are replaced, because the framework's log whole token responses and text from the provider.
/// </summary>
internal sealed class DigitalOceanOAuthHandler(
    IOptionsMonitor<DigitalOceanOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<DigitalOceanOptions>(options, logger, encoder)
{
    private TokenAnswer? _answer;

    private DigitalOceanApplication Application =>
        field ??= Context.RequestServices.GetRequiredKeyedService<DigitalOceanApplication>(Scheme.Name);

    /// <summary>The path to which a failed sign-in would have returned, once it is read from the state.</summary>
    public string? ReturnUrl { get; private set; }

    // The sign-in ends in the app's own events and, after them, in SignInCompletion.
    protected override async Task InitializeEventsAsync()
    {
        await base.InitializeEventsAsync();
        Events = new SignInEvents(Events, Context.RequestServices.GetRequiredKeyedService<SignInCompletion>(Scheme.Name));
    }

    /// <summary>Returns true, because only the callback's routed endpoint asks: see <see cref="SignInHandler"/>.</summary>
    public override Task<bool> ShouldHandleRequestAsync() => Task.FromResult(true);

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var callback = Context.RequestServices.GetRequiredKeyedService<CallbackAddress>(Scheme.Name).Uri(Context) ?? throw new InvalidOperationException(
            $"The callback of {Scheme.Name} is not mapped. Call app.Map{Scheme.Name}() before app.Run().");
        ICollection<string> requested = Options.Scope;
        if (SignInState.ScopesBefore(properties) is var before && SignInState.WantedScopes(properties) is var wanted && before.Count + wanted.Count > 0)
        {
            requested = [.. requested.Concat(before).Concat(wanted).Distinct(StringComparer.Ordinal)];
            properties.SetParameter(OAuthChallengeProperties.ScopeKey, requested);
        }

        SignInState.SetRequestedScopes(properties, requested);
        SignInState.SetRedirectUri(properties, callback);
        var address = base.BuildChallengeUrl(properties, callback);

        // There are no scopes to request. Without the parameter, DigitalOcean grants read. An empty parameter is not documented.
        return requested.Count > 0 ? address : address.Replace("&scope=&", "&", StringComparison.Ordinal);
    }

    // Called by login, a guard, or the app itself.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Prefetch.Is(Request) ? Prefetch.RefuseAsync(Context) : base.HandleChallengeAsync(properties);

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        // A repeated parameter is never valid (RFC 6749 section 3.1), but the framework would use the one that is not empty.
        if (Request.Query["state"] is not [{ Length: > 0 } state])
        {
            return HandleRequestResult.Fail(SignInFailedException.StateMismatch());
        }

        var result = await ReadCallbackAsync(state);
        return IsMismatch(result.Failure) ? await LeadOnAsync(state) : result;
    }

    private async Task<HandleRequestResult> ReadCallbackAsync(string state)
    {
        if (Request.Query["code"] is [{ Length: > 0 }] && !Request.Query.ContainsKey("error"))
        {
            return await base.HandleRemoteAuthenticateAsync();
        }

        // There is no code. The framework would log the provider's text. The same checks run first.
        var properties = Options.StateDataFormat.Unprotect(state);
        if (properties is null || !ValidateCorrelationId(properties))
        {
            return HandleRequestResult.Fail(SignInFailedException.StateMismatch());
        }

        return HandleRequestResult.Fail(SignInFailedException.FromError(Request.Query["error"] is [{ } error] ? error : null), properties);
    }

    // Failures that do not come from this library come from the framework's checks of state and correlation.
    private static bool IsMismatch(Exception? failure) =>
        failure is SignInFailedException known ? known.Reason == FailureReasons.StateMismatch : failure is AuthenticationFailureException;

    // A state that was used, is too old, or was started in another browser cannot sign anyone in. But this application created it, so it still says
    // where the user was going.
    private async Task<HandleRequestResult> LeadOnAsync(string state)
    {
        var begun = Options.StateDataFormat is DatedStateFormat dated ? dated.UnprotectOfAnyAge(state) : Options.StateDataFormat.Unprotect(state);
        if (begun is null)
        {
            return HandleRequestResult.Fail(SignInFailedException.StateMismatch());
        }

        begun.RedirectUri = LocalUrl.TryRead(begun.RedirectUri) ?? PathOf.Home(Context);
        if (await FinishedElsewhereAsync(begun) is { } page)
        {
            Response.Redirect(page);
            return HandleRequestResult.Handle();
        }

        return HandleRequestResult.Fail(SignInFailedException.StateMismatch(), begun);
    }

    // The user came here with the back button, and the sign-in has nothing left to do. This does not apply to a user who was asked to grant more and
    // did not, because the page would redirect to DigitalOcean in an endless loop.
    private async Task<string?> FinishedElsewhereAsync(AuthenticationProperties begun)
    {
        if (!PageLoad.Is(Request) || (await Context.AuthenticateAsync(Application.SessionScheme)).Principal is not { } user)
        {
            return null;
        }

        if (DigitalOceanIdentity.ScopesOf(user, Scheme.Name) is { } granted && granted.CoversAll([.. SignInState.WantedScopes(begun)]))
        {
            return begun.RedirectUri;
        }

        return Request.Query.ContainsKey("error") && LocalUrl.TryRead(SignInState.CameFrom(begun)) is { } cameFrom && cameFrom != begun.RedirectUri
            ? cameFrom
            : null;
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ReturnUrl = context.Properties.RedirectUri;
        context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier);
        try
        {
            var client = Context.RequestServices.GetRequiredKeyedService<TokenClient>(Scheme.Name);
            var redirectUri = SignInState.GetRedirectUri(context.Properties) ?? context.RedirectUri;
            _answer = await client.ExchangeAsync(context.Code, redirectUri, verifier, Context.RequestAborted);
            var response = OAuthTokenResponse.Success(JsonDocument.Parse("{}"));
            response.AccessToken = _answer.AccessToken;
            return response;
        }
        catch (SignInFailedException exception)
        {
            return OAuthTokenResponse.Failed(exception);
        }
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var answer = _answer ?? throw new InvalidOperationException("There is no token response to create a session from.");
        if (answer is { RefreshToken: null, Lifetime.Ticks: 0 })
        {
            // The session would be over before its first page, which would send the browser here again, and again.
            throw SignInFailedException.ProviderError("DigitalOcean issued a token that has already expired and cannot be refreshed.");
        }

        var requested = SignInState.RequestedScopes(properties);

        // If the request contains no scope, DigitalOcean grants read (OAuth reference, "Authorize").
        var granted = answer.Scopes is { } said ? GrantedScopes.From(said) : requested.List.Count > 0 ? requested : GrantedScopes.From(["read"]);
        RequireGranted(granted, SignInState.WantedScopes(properties));

        var account = await Context.RequestServices.GetRequiredKeyedService<AccountLookup>(Scheme.Name)
            .CompleteAsync(answer.Info, answer.AccessToken, granted, Context.RequestAborted);

        // New properties, because those in the state are no longer needed and would make the cookie larger.
        var session = new AuthenticationProperties { RedirectUri = properties.RedirectUri };
        ExternalSignIn.Begin(session, properties);
        SessionTokens.From(answer, TimeProvider.GetUtcNow()).WriteTo(session);
        SessionTokens.SetSessionId(session, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var principal = new ClaimsPrincipal(DigitalOceanIdentity.Create(account, granted, Scheme.Name));
        return new AuthenticationTicket(principal, session, Scheme.Name);
    }

    private void RequireGranted(GrantedScopes granted, IReadOnlyList<string> wanted)
    {
        // This includes scopes requested for an endpoint. Without them, the endpoint would request them again in an endless loop.
        var missing = granted.Missing(wanted.Count == 0 ? Application.RequiredScopes : Application.RequiredScopes.Concat(wanted));
        if (missing.Length > 0)
        {
            throw SignInFailedException.ScopeMissing(
                $"The application requires scopes that were not granted: {string.Join(' ', missing)}.", missing);
        }
    }
}
