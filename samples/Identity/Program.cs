using IdentitySample;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);

// In memory, so that each start begins without accounts. It exists as long as this connection is open.
using var database = new SqliteConnection("Data Source=accounts;Mode=Memory;Cache=Shared");
database.Open();
builder.Services.AddDbContext<Accounts>(options => options.UseSqlite(database.ConnectionString));
builder.Services.AddDefaultIdentity<IdentityUser>().AddEntityFrameworkStores<Accounts>();
builder.Services.AddRazorPages();

// Identity's pages now have a button "DigitalOcean". Who signs out of the app also ends the session with DigitalOcean.
builder.AddDropletDeck().UseAccounts(IdentityConstants.ApplicationScheme);

var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    scope.ServiceProvider.GetRequiredService<Accounts>().Database.EnsureCreated();
}

app.MapStaticAssets();
app.MapRazorPages();
app.MapDropletDeck();
app.Run();
