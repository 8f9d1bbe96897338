using DoOAuth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages;

public class IndexModel(ITags tags, DigitalOceanClient client) : PageModel
{
    public string? Text { get; private set; }

    // case: no guard
    public async Task OnGetAsync() => Text = await tags.ListAsync(); // expect: DOO103 tag:read

    // case: a named handler, and a guard that has no effect there
    [RequireScope(Scopes.Tag.Read)]
    public async Task<IActionResult> OnPostRenameAsync() // expect: DOO103 tag:read
    {
        Text = await client.GetStringAsync("/v2/tags");
        return Page();
    }

    // case: asked in the body
    public async Task<IActionResult> OnPostAsync([FromServices] DigitalOceanUser user)
    {
        if (!user.HasScope(Scopes.Tag.Read))
        {
            return Forbid();
        }

        Text = await tags.ListAsync();
        return Page();
    }

    // case: no handlers
    [NonHandler]
    public Task<string> OnGetTags() => tags.ListAsync();

    public Task<string> Once() => tags.ListAsync();
}
