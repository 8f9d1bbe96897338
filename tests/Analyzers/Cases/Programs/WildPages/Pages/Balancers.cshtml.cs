using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using DoOAuth;

namespace WildPages.Pages;

// case: a page of three handlers, on a base class that loads
public abstract class TitledModel : PageModel
{
    public string Title { get; protected set; } = "";

    public string Text { get; private set; } = "";

    protected async Task<IActionResult> LoadAsync(Func<CancellationToken, Task<string>> load)
    {
        Title = GetType().Name;
        Text = await load(HttpContext.RequestAborted);
        return Page();
    }
}

public sealed class BalancersModel(Balancers balancers, DigitalOceanUser user) : TitledModel
{
    [BindProperty(SupportsGet = true)]
    public int Page1 { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync(balancers.AllAsync); // expect: DOO103 load_balancer:read

    public async Task<IActionResult> OnPostRuleAsync(Guid id) // expect: DOO103 load_balancer:update
    {
        if (!ModelState.IsValid)
        {
            return BadRequest(ModelState);
        }

        await balancers.AddRuleAsync(id, new { entry_port = 80 });
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAskedAsync(Guid id)
    {
        if (!user.HasScope(Scopes.LoadBalancer.Update))
        {
            return Forbid();
        }

        await balancers.AddRuleAsync(id, new { entry_port = 443 });
        return RedirectToPage();
    }

    public IActionResult OnPostTitle(string title)
    {
        Title = title;
        return Page();
    }
}
