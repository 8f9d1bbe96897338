// Pages and components as people also write them. Each calls what needs reserved_ip:read; what has no mark is guarded.
using DoOAuth;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddRazorPages(o => { o.Conventions.AuthorizeFolder("/Secret", "d"); o.Conventions.AddPageRoute("/Index", "x"); });
builder.Services.AddAuthorizationBuilder().AddPolicy("d", p => p.RequireClaim("scope", "reserved_ip:read"));
var app = builder.Build();
app.MapDeck();
app.MapBlazorHub();
app.MapRazorPages();
app.Run();
public interface IReservedIps { Task<string> ListAsync(); }
public class ReservedIps(DigitalOceanClient client) : IReservedIps { public Task<string> ListAsync() => client.GetStringAsync("/v2/reserved_ips"); }
public abstract class ListBase : ComponentBase { [Inject] protected IReservedIps D { get; set; } = default!; protected string? T; protected override async Task OnInitializedAsync() => T = await D.ListAsync(); } // expect: DOO103 reserved_ip:read
public abstract class BaseModel(IReservedIps d) : PageModel { public string? T; protected async Task LoadAsync() => T = await d.ListAsync(); public virtual Task OnGetAsync() => LoadAsync(); }
public class M1Model(IReservedIps d) : BaseModel(d); // expect: DOO103 reserved_ip:read
[RequireScope(Scopes.ReservedIp.Read)] public class M2Model(IReservedIps d) : BaseModel(d);
public class M3Model(IReservedIps d) : BaseModel(d) { public override Task OnGetAsync() => Task.CompletedTask; public async Task<IActionResult> OnPostSaveAsync() { await LoadAsync(); return Page(); } } // expect: DOO103 reserved_ip:read
public class M4Model : PageModel { public Task<IActionResult> OnGetConnectionAsync() => throw new Exception(); public void OnGetOn() { } }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.ReservedIp.Read)]
public static partial class Deck;
