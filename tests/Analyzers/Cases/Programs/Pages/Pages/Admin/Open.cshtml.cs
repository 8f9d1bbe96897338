using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages.Admin;

// case: the folder Admin, Open
public class OpenModel(ITags tags) : PageModel
{
    public string? Text { get; private set; }

    public async Task OnGetAsync() => Text = await tags.ListAsync(); // expect: DOO103 tag:read
}
