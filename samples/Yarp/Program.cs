using DoOAuth;
using YarpSample;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddReverseProxy()
    .LoadFromMemory(Routes.All, [Routes.Api(builder.Configuration["DigitalOcean:ApiBaseAddress"] ?? DigitalOceanOptions.DefaultApiBaseAddress)])
    .AddDigitalOcean();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapDropletDeck();
app.MapReverseProxy().RequireDropletRead();
app.Run();
