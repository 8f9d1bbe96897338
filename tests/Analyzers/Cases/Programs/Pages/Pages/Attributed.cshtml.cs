using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Site.Pages;

// case: guarded in the page's file
public class AttributedModel(ITags tags) : PageModel
{
    public string? Text { get; private set; }

    public async Task OnGetAsync() => Text = await tags.ListAsync();
}
