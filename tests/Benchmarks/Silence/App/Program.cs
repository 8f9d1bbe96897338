using DoOAuth;
using DoOAuth.Benchmarks.Hosting;

// A page for signed-in users, and a clock that the measurement puts forward. It logs nothing.
var clock = new MovableClock();
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSingleton<TimeProvider>(clock);
builder.AddDeck();

var app = builder.Build();
app.MapDeck();
app.MapGet("/open", () => "Nobody has to sign in.");
app.MapGet("/home", (DigitalOceanUser user) => $"Hello, {user.Name}.").RequireDropletRead();
app.MapPost("/clock", (int seconds) => clock.Advance(TimeSpan.FromSeconds(seconds)));
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class Deck;
