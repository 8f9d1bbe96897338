using BlazorSample;
using BlazorSample.Components;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddCascadingAuthenticationState();
builder.AddDropletDeck();

var app = builder.Build();
app.UseAntiforgery();
app.MapDropletDeck();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
