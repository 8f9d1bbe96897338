using System.Text.Json;
using DoOAuth;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IdentitySample.Pages;

/// <summary>The droplets of the user who is signed in with DigitalOcean.</summary>
[RequireScope(Scopes.Droplet.Read)]
internal sealed class DropletsModel(DigitalOceanClient digitalOcean, DigitalOceanUser user) : PageModel
{
    /// <summary>The names of the droplets.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The user's name at DigitalOcean.</summary>
    public string? DigitalOceanName => user.Name;

    /// <summary>Reads the droplets.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var answer = await digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets", cancel);
        Names = [.. answer.GetProperty("droplets").EnumerateArray().Select(droplet => droplet.GetProperty("name").GetString()!)];
    }
}
