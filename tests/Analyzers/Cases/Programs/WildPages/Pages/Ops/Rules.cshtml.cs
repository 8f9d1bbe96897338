using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using DoOAuth;

namespace WildPages.Pages.Ops;

// case: a folder whose policy has the scope for reading
public sealed class RulesModel(Balancers balancers) : PageModel
{
    public string Text { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel) => Text = await balancers.AllAsync(cancel);

    // case: and not the one for changing
    public async Task<IActionResult> OnPostAsync(Guid id) { await balancers.AddRuleAsync(id, new { }); return Page(); } // expect: DOO103 load_balancer:update
}
