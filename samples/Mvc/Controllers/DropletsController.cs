using DoOAuth;
using Microsoft.AspNetCore.Mvc;

namespace MvcSample.Controllers;

/// <summary>An API. Programs get problem details where people are redirected.</summary>
[ApiController]
[Route("api/droplets")]
public sealed class DropletsController : ControllerBase
{
    /// <summary>The user's droplets, as DigitalOcean returns them.</summary>
    [HttpGet]
    [RequireScope(Scopes.Droplet.Read)]
    public async Task<IActionResult> List(DigitalOceanClient digitalOcean, CancellationToken cancel) =>
        Content(await digitalOcean.GetStringAsync("/v2/droplets", cancel), "application/json");

    /// <summary>Creates a droplet. The scope is optional, so users are asked for it when they come here first.</summary>
    [HttpPost]
    [RequireScope(Scopes.Droplet.Create)]
    public async Task<IActionResult> Create(NewDroplet droplet, DigitalOceanClient digitalOcean, CancellationToken cancel)
    {
        using var response = await digitalOcean.PostAsJsonAsync("/v2/droplets", droplet, cancel);
        return StatusCode((int)response.StatusCode);
    }

    /// <summary>The owner of the droplets. There is no guard, so the parameter decides: 401 if nobody is signed in.</summary>
    [HttpGet("owner")]
    public string? Owner(DigitalOceanUser user) => user.Email;

    /// <summary>The number of droplets. There is no guard, so the call decides: 401 if nobody is signed in.</summary>
    [HttpGet("count")]
#pragma warning disable DOO103 // Only here, to show the response. Use a guard, which responds before the action runs.
    public async Task<int> Count(DigitalOceanClient digitalOcean, CancellationToken cancel) =>
        (await digitalOcean.GetFromJsonAsync<System.Text.Json.JsonElement>("/v2/droplets", cancel)).GetProperty("meta").GetProperty("total").GetInt32();
#pragma warning restore DOO103
}
