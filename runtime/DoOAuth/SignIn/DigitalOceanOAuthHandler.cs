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
/// The framework's OAuth handler, with DigitalOcean's answers. State, correlation and PKCE are the framework's; the code exchange and the error
/// path are ours, since the framework's log whole token answers and the provider's words.
/// </summary>
internal sealed class DigitalOceanOAuthHandler(
    IOptionsMonitor<DigitalOceanOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<DigitalOceanOptions>(options, logger, encoder)
{
    private bool _driven;
    private TokenAnswer? _answer;

    private DigitalOceanApplication Application =>
        field ??= Context.RequestServices.GetRequiredKeyedService<DigitalOceanApplication>(Scheme.Name);

    /// <summary>Where the sign-in that failed would have led, once the state told it.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>Handles the callback. Called by the routed endpoint, so that it may be mapped anywhere.</summary>
    public async Task HandleCallbackAsync()
    {
        _driven = true;
        try
        {
            await HandleRequestAsync();
        }
        finally
        {
            _driven = false;
        }
    }

    // Where the sign-in ends: in the app's own events, and after them in SignInCompletion.
    protected override async Task InitializeEventsAsync()
    {
        await base.InitializeEventsAsync();
        Events = new SignInEvents(Events, Context.RequestServices.GetRequiredKeyedService<SignInCompletion>(Scheme.Name));
    }

    /// <summary>Not when the authentication middleware asks: then the request goes on to the routed endpoint.</summary>
    public override Task<bool> ShouldHandleRequestAsync() => Task.FromResult(_driven);

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

        // Nothing to ask for: the parameter is left out, which DigitalOcean takes for read; an empty one is not documented.
        return requested.Count > 0 ? address : address.Replace("&scope=&", "&", StringComparison.Ordinal);
    }

    // Whoever asks for it: login, a guard, or the app itself.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Prefetch.Is(Request) ? Prefetch.RefuseAsync(Context) : base.HandleChallengeAsync(properties);

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        // Twice is never right (RFC 6749 section 3.1), and the framework would take the one that is not empty.
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

        // No code: the framework would put the provider's words into the log. The same checks come first.
        var properties = Options.StateDataFormat.Unprotect(state);
        if (properties is null || !ValidateCorrelationId(properties))
        {
            return HandleRequestResult.Fail(SignInFailedException.StateMismatch());
        }

        return HandleRequestResult.Fail(SignInFailedException.FromError(Request.Query["error"] is [{ } error] ? error : null), properties);
    }

    // What fails and is not ours comes from the framework's checks of state and correlation.
    private static bool IsMismatch(Exception? failure) =>
        failure is SignInFailedException known ? known.Reason == FailureReasons.StateMismatch : failure is AuthenticationFailureException;

    // Spent, too old, or begun in another browser: it signs nobody in. It was made by this application all the same, so that it tells where the
    // user was going.
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

    // Where the back button leads a user to whom the sign-in has nothing more to give. Not one who went to grant more and has not: the page to go to
    // would send them to DigitalOcean again, and round and round.
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
        var answer = _answer ?? throw new InvalidOperationException("There is no token answer to make a session of.");
        if (answer is { RefreshToken: null, Lifetime.Ticks: 0 })
        {
            // The session would be over before its first page, which would send the browser here again, and again.
            throw SignInFailedException.ProviderError("DigitalOcean issued a token that has expired already and cannot be renewed.");
        }

        var requested = SignInState.RequestedScopes(properties);

        // Without a scope in the request DigitalOcean grants read (OAuth reference, "Authorize").
        var granted = answer.Scopes is { } said ? GrantedScopes.From(said) : requested.List.Count > 0 ? requested : GrantedScopes.From(["read"]);
        RequireGranted(granted, SignInState.WantedScopes(properties));

        var account = await Context.RequestServices.GetRequiredKeyedService<AccountLookup>(Scheme.Name)
            .CompleteAsync(answer.Info, answer.AccessToken, granted, Context.RequestAborted);

        // New properties: what the state carried has done its work, and would only fill the cookie.
        var session = new AuthenticationProperties { RedirectUri = properties.RedirectUri };
        SessionTokens.From(answer, TimeProvider.GetUtcNow()).WriteTo(session);
        SessionTokens.SetSessionId(session, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var principal = new ClaimsPrincipal(DigitalOceanIdentity.Create(account, granted, Scheme.Name));
        return new AuthenticationTicket(principal, session, Scheme.Name);
    }

    private void RequireGranted(GrantedScopes granted, IReadOnlyList<string> wanted)
    {
        // What was asked for on the way counts too: without it the endpoint that wanted it would ask again, and again.
        var missing = granted.Missing(wanted.Count == 0 ? Application.RequiredScopes : Application.RequiredScopes.Concat(wanted));
        if (missing.Length > 0)
        {
            throw SignInFailedException.ScopeMissing(
                $"The application needs more than was granted; missing: {string.Join(' ', missing)}.", missing);
        }
    }
}
