using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddShop();
builder.AddOffice();
var app = builder.Build();
app.MapShop();
app.MapOffice();
app.MapGet("/tags", (Shop.Client client) => client.GetStringAsync("/v2/tags")).RequireTagRead();
app.MapGet("/office/certificates", (Office.Client client) => client.GetStringAsync("/v2/certificates")).RequireOfficeCertificateRead();
app.Run();

// Two applications: what one needs is not needed by the other.

// case: shop
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)] // expect: DOO104 certificate:read
public static partial class Shop;

// case: office
[DigitalOceanOAuth(GuardPrefix = "Office", ConfigurationSection = "Office", LoginPath = "/office/login", CallbackPath = "/office/callback", LogoutPath = "/office/logout", DisconnectPath = "/office/disconnect", UserPath = "/office/me")]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Tag.Read)] // expect: DOO104 tag:read
public static partial class Office;
