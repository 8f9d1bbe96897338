using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Completes a callback, either with a session and a redirect, or with a response that explains the failure. The hooks run here.
/// <see cref="SignInEvents"/> calls it when the framework's handler has a ticket or has failed.
/// </summary>
internal sealed class SignInCompletion(DigitalOceanApplication application, DigitalOceanMetrics metrics, ILogger<SignInCompletion> logger)
{
    public async Task SignInAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var returnUrl = context.ReturnUri is { Length: > 0 } uri ? uri : PathOf.Home(http);
        var principal = context.Principal!;
        var properties = context.Properties!;

        // The framework notes this for schemes that share a cookie. These schemes do not.
        properties.Items.Remove(".AuthScheme");

        var (answer, isRefused) = application.OnSignedIn is { } hook ? await AskAsync(hook, http, principal, properties, returnUrl) : default;
        context.HandleResponse();
        SignInFailedException? failure = null;
        if (isRefused)
        {
            metrics.SignInFailed(application.Scheme, FailureReasons.AccessDenied);
            Log.SignInFailed(logger, application.Scheme, FailureReasons.AccessDenied);
            answer ??= new Refusal(StatusCodes.Status403Forbidden, "Account not allowed", "This app does not allow this account to sign in.")
            {
                Reason = FailureReasons.AccessDenied,
            };
        }
        else
        {
            failure = await BeginSessionAsync(http, principal, properties);
        }

        if (failure is not null)
        {
            await FailAsync(http, failure, returnUrl, begun: null);
        }
        else if (answer is not null)
        {
            await answer.ExecuteAsync(http);
        }
        else
        {
            http.Response.Redirect(returnUrl);
        }
    }

    private async Task<(IResult? Answer, bool IsRefused)> AskAsync(
        Func<DigitalOceanSignIn, CancellationToken, Task<IResult?>> hook,
        HttpContext http,
        ClaimsPrincipal principal,
        AuthenticationProperties properties,
        string returnUrl)
    {
        var signIn = new DigitalOceanSignIn(http, CurrentUser.Of(principal, properties, application)!, principal, properties, returnUrl);
        var answer = await hook(signIn, http.RequestAborted);
        return (answer, signIn.IsRefused);
    }

    public async Task FailAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        if (http.RequestAborted.IsCancellationRequested)
        {
            context.HandleResponse();
            return;
        }

        // Other failures come from the framework's checks of state and correlation, or are errors that must not be hidden.
        var failure = context.Failure switch
        {
            SignInFailedException known => known,
            AuthenticationFailureException or null => SignInFailedException.StateMismatch(),
            _ => null,
        };
        if (failure is null)
        {
            return;
        }

        var returnUrl = context.Properties?.RedirectUri ?? await ReturnUrlAsync(http) ?? PathOf.Home(http);
        context.HandleResponse();
        await FailAsync(http, failure, returnUrl, context.Properties);
    }

    private async Task<SignInFailedException?> BeginSessionAsync(HttpContext http, ClaimsPrincipal principal, AuthenticationProperties properties)
    {
        try
        {
            await SessionStart.BeginAsync(http, application, principal, properties);
            await ExternalSignIn.CompleteAsync(http, application, principal, properties);
        }
        catch (SessionStoreException exception)
        {
            Log.StoreUnreachable(logger, application.Scheme, exception);
            return new SignInFailedException(
                FailureReasons.StoreUnreachable,
                "The app's session store cannot be reached. Start again in a moment.",
                StatusCodes.Status503ServiceUnavailable);
        }

        metrics.SignedIn(application.Scheme);
        Log.SignedIn(logger, application.Scheme);
        return null;
    }

    private async Task FailAsync(HttpContext http, SignInFailedException failure, string returnUrl, AuthenticationProperties? begun)
    {
        metrics.SignInFailed(application.Scheme, failure.Reason);
        Log.SignInFailed(logger, application.Scheme, failure.Reason);
        var described = new DigitalOceanFailure(http, failure, returnUrl);
        if (application.OnFailed is { } hook && await hook(described, http.RequestAborted) is { } answer)
        {
            await answer.ExecuteAsync(http);
            return;
        }

        if (failure.Reason == FailureReasons.AccessDenied && begun is not null && await ReturnFromStepUpAsync(http, begun, returnUrl))
        {
            return;
        }

        await SignInAnswers.FailedAsync(http, application, described, begun is null ? [] : SignInState.WantedScopes(begun));
    }

    // A user who is asked for more and denies it returns to the page that asked, still signed in.
    private async Task<bool> ReturnFromStepUpAsync(HttpContext http, AuthenticationProperties properties, string returnUrl)
    {
        if (!PageLoad.Is(http.Request) || LocalUrl.TryRead(SignInState.CameFrom(properties)) is not { } cameFrom
            || !(await http.AuthenticateAsync(application.SessionScheme)).Succeeded)
        {
            return false;
        }

        if (cameFrom == returnUrl)
        {
            RefusedStepUp.Note(http, application, SignInState.WantedScopes(properties));
        }

        http.Response.Redirect(cameFrom);
        return true;
    }

    // If the framework has lost the properties, the handler still has the address.
    private async Task<string?> ReturnUrlAsync(HttpContext http) =>
        await http.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>()
            .GetHandlerAsync(http, application.Scheme) is SignInHandler handler ? handler.ReturnUrl : null;
}
