using DoOAuth;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages;

// case: guarded as a class
[RequireScope(Scopes.Tag.Read)]
public class GuardedModel(ITags tags) : PageModel
{
    public string? Text { get; private set; }

    public async Task OnGetAsync() => Text = await tags.ListAsync();
}
