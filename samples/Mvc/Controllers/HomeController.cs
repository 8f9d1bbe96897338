using System.Text.Json;
using DoOAuth;
using Microsoft.AspNetCore.Mvc;

namespace MvcSample.Controllers;

/// <summary>Pages for people.</summary>
public sealed class HomeController : Controller
{
    /// <summary>The start page. The user is null if nobody is signed in.</summary>
    public IActionResult Index(DigitalOceanUser? user) => View(user);

    /// <summary>The droplets of the signed-in user. Other visitors are redirected to login, and come back.</summary>
    [RequireScope(Scopes.Droplet.Read)]
    public async Task<IActionResult> Droplets(DigitalOceanUser user, DigitalOceanClient digitalOcean, CancellationToken cancel)
    {
        ViewData["Name"] = user.Name;
        var answer = await digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets", cancel);
        return View(answer.GetProperty("droplets").EnumerateArray().Select(droplet => droplet.GetProperty("name").GetString()));
    }

    /// <summary>What visitors see if something fails.</summary>
    public IActionResult Error() => View();
}
