using Microsoft.AspNetCore.Mvc;

namespace DoOAuth.Tests.Applications;

/// <summary>A controller, for apps that have those.</summary>
[Route("controller")]
[RequireScope(Scopes.Droplet.Read)]
public sealed class GuardedController : ControllerBase
{
    [HttpGet("read")]
    public IActionResult Read() => Content("read");

    [HttpGet("call")]
    [HttpPost("call")]
    public async Task<IActionResult> Call([FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        Content(await services.GetRequiredService<DropletDeck.Client>().GetStringAsync(new Uri("/v2/echo", UriKind.Relative), cancellationToken));

    [HttpGet("create")]
    [RequireScope(Scopes.Droplet.Create)]
    public IActionResult Create() => Content("create");
}
