using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace DoOAuth;

/// <summary>The events of a callback. The app's own events run first, then these, unless the app has handled the response.</summary>
internal sealed class SignInEvents(OAuthEvents own, SignInCompletion completion) : OAuthEvents
{
    public override Task RedirectToAuthorizationEndpoint(RedirectContext<OAuthOptions> context) => own.RedirectToAuthorizationEndpoint(context);

    public override Task CreatingTicket(OAuthCreatingTicketContext context) => own.CreatingTicket(context);

    public override Task AccessDenied(AccessDeniedContext context) => own.AccessDenied(context);

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        await own.TicketReceived(context);
        if (context.Result is null)
        {
            await completion.SignInAsync(context);
        }
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        await own.RemoteFailure(context);
        if (context.Result is null)
        {
            await completion.FailAsync(context);
        }
    }
}
