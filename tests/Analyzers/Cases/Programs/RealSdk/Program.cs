using Sdk;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<IOceanSdk>(services => new OceanSdk(services.GetRequiredService<DigitalOceanClient>()));
builder.Services.AddScoped<IVolumes, Volumes>().AddScoped<Reports>();
builder.Services.AddHttpClient<StatusSdk>(http => http.BaseAddress = new Uri("https://status.example.com/v2/"));
var app = builder.Build();
app.MapDeck();
app.Run();

// An SDK of the app's own: fluent builders, wrappers, own request types. Only account:read is declared.
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
