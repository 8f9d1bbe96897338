using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.AddOffice();
var app = builder.Build();
app.MapDeck();
app.MapOffice();

app.MapGet("/1", (OfficeTags tags) => tags.List()).RequireTagRead(); // expect: DOO103 tag:read
app.MapGet("/2", (Office.Client client) => new Holder(client).List()).RequireVpcRead(); // expect: DOO103 vpc:read
app.MapGet("/3", (Lister<Office.Client> lister) => lister.List()).RequireVpcRead(); // expect: DOO103 vpc:read
app.Run();

public class Holder(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync("/v2/vpcs"); }
public class Lister<T>(T client) where T : DigitalOceanClient { public Task<string> List() => client.GetStringAsync("/v2/vpcs"); }
public abstract class TagsBase(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync("/v2/tags"); }
public class OfficeTags(Office.Client client) : TagsBase(client);

[DigitalOceanOAuth(GuardPrefix = "Office", ConfigurationSection = "Office", LoginPath = "/office/login", CallbackPath = "/office/callback", LogoutPath = "/office/logout", DisconnectPath = "/office/disconnect", UserPath = "/office/me")]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Office;

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
