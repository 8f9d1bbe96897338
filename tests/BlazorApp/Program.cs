using DoOAuth;
using DoOAuth.BlazorApp;
using DoOAuth.BlazorApp.Components;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddCascadingAuthenticationState();
var sessions = builder.AddDropletDeck();
if (builder.Configuration.GetValue<bool>("StoreSessionsOnServer"))
{
    sessions.StoreSessionsOnServer();
}

var app = builder.Build();
app.UseAntiforgery();
app.MapDropletDeck();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.MapGet("/call", async (DigitalOceanClient client, CancellationToken cancel) => await client.GetStringAsync(new Uri("/v2/droplets", UriKind.Relative), cancel))
   .RequireDropletRead();
app.Run();
