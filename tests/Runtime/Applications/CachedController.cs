using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace DoOAuth.Tests.Applications;

/// <summary>A controller whose answers somebody wants to be cached.</summary>
[Route("cached-controller")]
public sealed class CachedController : ControllerBase
{
    [HttpGet("guarded")]
    [OutputCache]
    [RequireScope(Scopes.Droplet.Read, Scheme = DropletDeck.Scheme)]
    public IActionResult Guarded() => Content(User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value);

    [HttpGet("client")]
    [OutputCache]
    public async Task<IActionResult> Client([FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        Content(await services.GetRequiredService<DropletDeck.Client>().GetStringAsync(new Uri("/v2/echo", UriKind.Relative), cancellationToken));

    [HttpGet("response")]
    [ResponseCache(Duration = 60, Location = ResponseCacheLocation.Client)]
    [RequireScope(Scopes.Droplet.Read, Scheme = DropletDeck.Scheme)]
    public IActionResult Response60() => Content("private");
}
