using MvcSample;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddControllersWithViews();
builder.Services.AddRazorPages();

var app = builder.Build();
app.UseExceptionHandler("/Home/Error");
app.MapDropletDeck();
app.MapDefaultControllerRoute();
app.MapRazorPages();
app.Run();
