using DoOAuth;
using TwoApplications;

var builder = WebApplication.CreateBuilder(args);
builder.AddStore();
builder.AddBackOffice();

var app = builder.Build();
app.MapStore();
app.MapBackOffice();

app.MapGet("/", () => $"Customers sign in at {Store.Links.Login("/droplets")}, staff at {BackOffice.Links.Login("/back-office/images")}");

// With several annotated classes, each has a client of its own, which sends the token of its own session.
app.MapGet("/droplets", (Store.Client digitalOcean, CancellationToken cancel) => digitalOcean.GetStringAsync("/v2/droplets", cancel))
   .RequireDropletRead();

app.MapGet("/back-office/images", (BackOffice.Client digitalOcean, CancellationToken cancel) => digitalOcean.GetStringAsync("/v2/images", cancel))
   .RequireBackOfficeImageRead();

app.Run();
