using Microsoft.AspNetCore.Mvc;

namespace DoOAuth.Tests.Applications;

/// <summary>Actions with the user or the client as a parameter.</summary>
[Route("users")]
[ApiExplorerSettings(IgnoreApi = false)]
public sealed class UsersController : Controller
{
    [HttpGet("nullable")]
    public IActionResult Nullable(DigitalOceanUser? user) => Content(user?.Uuid ?? "nobody");

    [HttpGet("required")]
    public IActionResult Required(DigitalOceanUser user) => Content(user.Uuid);

    [HttpGet("call")]
    public Task<string> Call(DigitalOceanClient client, CancellationToken cancel) => UsersApiController.AskAsync(HttpContext, client, cancel);
}

/// <summary>The same in an API, where MVC infers where parameters come from.</summary>
[ApiController]
[Route("users")]
public sealed class UsersApiController : ControllerBase
{
    [HttpGet("nullable-of-api")]
    public IActionResult Nullable(DigitalOceanUser? user) => Content(user?.Uuid ?? "nobody");

    [HttpGet("required-of-api")]
    public IActionResult Required(DigitalOceanUser user) => Content(user.Uuid);

    [HttpGet("guarded-of-api")]
    [RequireScope(Scopes.Droplet.Read)]
    public IActionResult Guarded(DigitalOceanUser user) => Content(user.Uuid);

    [HttpGet("call-of-api")]
    public Task<string> Call(DigitalOceanClient client, CancellationToken cancel) => AskAsync(HttpContext, client, cancel);

    internal static async Task<string> AskAsync(HttpContext context, DigitalOceanClient client, CancellationToken cancel)
    {
        using var response = await client.GetAsync(new Uri("/v2/droplets", UriKind.Relative), cancel);
        return (await DigitalOceanUser.BindAsync(context))!.Uuid;
    }
}
