using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>How a callback ends: with a session and a redirect, or with an answer that says why not. Hooks run here.</summary>
internal sealed class SignInEvents(DigitalOceanApplication application, DigitalOceanMetrics metrics, ILogger<SignInEvents> logger)
{
    public async Task OnTicketReceivedAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var returnUrl = context.ReturnUri is { Length: > 0 } uri ? uri : PathOf.Home(http);
        var principal = context.Principal!;
        var properties = context.Properties!;

        // Noted by the framework for schemes that share a cookie; ours do not.
        properties.Items.Remove(".AuthScheme");

        var user = DigitalOceanUser.From(principal, properties, application)!;
        var signIn = new DigitalOceanSignIn(http, user, principal, properties, returnUrl);
        var answer = application.OnSignedIn is { } hook ? await hook(signIn, http.RequestAborted) : null;
        context.HandleResponse();
        if (signIn.IsRefused)
        {
            metrics.SignInFailed(application.Scheme, FailureReasons.AccessDenied);
            Log.SignInFailed(logger, application.Scheme, FailureReasons.AccessDenied);
            answer ??= new Refusal(StatusCodes.Status403Forbidden, "Not let in", "This app does not let this account in.")
            {
                Reason = FailureReasons.AccessDenied,
            };
        }
        else
        {
            await http.SignInAsync(application.SessionScheme, principal, properties);
            metrics.SignedIn(application.Scheme);
            Log.SignedIn(logger, application.Scheme);
        }

        if (answer is not null)
        {
            await answer.ExecuteAsync(http);
        }
        else
        {
            http.Response.Redirect(returnUrl);
        }
    }

    public async Task OnRemoteFailureAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        if (http.RequestAborted.IsCancellationRequested)
        {
            context.HandleResponse();
            return;
        }

        // What is not ours comes from the framework's checks of state and correlation, or is a fault that must not be hidden.
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
        metrics.SignInFailed(application.Scheme, failure.Reason);
        Log.SignInFailed(logger, application.Scheme, failure.Reason);
        context.HandleResponse();
        var described = new DigitalOceanFailure(http, failure, returnUrl);
        if (application.OnFailed is { } hook && await hook(described, http.RequestAborted) is { } answer)
        {
            await answer.ExecuteAsync(http);
            return;
        }

        await SignInAnswers.FailedAsync(http, application, described);
    }

    // Where the framework lost the properties on the way, the handler still has the address.
    private async Task<string?> ReturnUrlAsync(HttpContext http) =>
        await http.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>()
            .GetHandlerAsync(http, application.Scheme) is DigitalOceanOAuthHandler handler ? handler.ReturnUrl : null;
}
