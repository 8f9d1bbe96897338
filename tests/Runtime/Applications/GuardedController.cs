using Microsoft.AspNetCore.Mvc;

namespace DoOAuth.Tests.Applications;

/// <summary>A controller, for apps that have those.</summary>
[Route("controller")]
[RequireScope(Scopes.Droplet.Read)]
public sealed class GuardedController : ControllerBase
{
    [HttpGet("read")]
    public IActionResult Read() => Content("read");

    [HttpGet("create")]
    [RequireScope(Scopes.Droplet.Create)]
    public IActionResult Create() => Content("create");
}
