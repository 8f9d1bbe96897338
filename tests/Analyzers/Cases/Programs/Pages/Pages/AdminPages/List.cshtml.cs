using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages.AdminPages;

// case: a folder whose name ends with Pages
public class ListModel(ITags tags) : PageModel
{
    public string? Text { get; private set; }

    public async Task OnGetAsync() => Text = await tags.ListAsync();
}
