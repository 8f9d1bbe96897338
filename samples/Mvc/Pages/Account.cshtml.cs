using System.Text.Json;
using DoOAuth;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MvcSample.Pages;

/// <summary>A Razor Page. Its attribute is the guard, and its handlers take the same parameters as actions.</summary>
[RequireScope(Scopes.Account.Read)]
public sealed class AccountModel(DigitalOceanClient digitalOcean) : PageModel
{
    /// <summary>The user's name.</summary>
    public string? Name { get; private set; }

    /// <summary>The number of droplets that the account can have.</summary>
    public int DropletLimit { get; private set; }

    /// <summary>Reads the account.</summary>
    public async Task OnGetAsync(DigitalOceanUser user, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(user);
        Name = user.Name;
        var answer = await digitalOcean.GetFromJsonAsync<JsonElement>("/v2/account", cancel);
        DropletLimit = answer.GetProperty("account").GetProperty("droplet_limit").GetInt32();
    }
}
