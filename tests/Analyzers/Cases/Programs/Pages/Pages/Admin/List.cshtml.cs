using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages.Admin;

// case: the folder Admin, List
public class ListModel(ITags tags) : PageModel
{
    public string? Text { get; private set; }

    public async Task OnGetAsync() => Text = await tags.ListAsync();
}
