using DoOAuth.Sandbox.Api;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Revocation wants a living access token in the header, beside the form's token and credentials.</summary>
internal sealed class RevocationBearer : IOpenIddictServerHandler<ValidateRevocationRequestContext>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(ValidateRevocationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        if (await Bearer.AuthenticateAsync(http) is null)
        {
            await ApiAnswers.UnauthorizedAsync(http);
            context.HandleRequest();
        }
    }
}
