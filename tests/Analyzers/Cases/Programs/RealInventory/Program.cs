using Inventory;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddHttpClient<IReservedIpClient, ReservedIpClient>(client =>
{
    client.BaseAddress = new Uri("https://api.digitalocean.com/v2/");
    client.DefaultRequestHeaders.UserAgent.ParseAdd("inventory/2.1");
});
builder.Services.AddHttpClient<ILinodeClient, LinodeClient>(client =>
{
    client.BaseAddress = new Uri("https://api.linode.com/v2/");
    client.DefaultRequestHeaders.UserAgent.ParseAdd("inventory/2.1");
});
builder.Services.AddHttpClient("vultr", client => client.BaseAddress = new Uri("https://api.vultr.com"));
builder.Services.AddHttpClient("ocean", client => client.BaseAddress = new Uri("https://api.digitalocean.com"));
builder.Services.AddScoped<ProjectService>().AddScoped<VolumeService>().AddScoped<DomainService>();
var app = builder.Build();
app.MapDeck();
app.Run();

// An inventory of what an account has. Only account:read is declared.
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
