using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder().AddPolicy("tags", policy => policy.RequireClaim("scope", "tag:read"));
builder.Services.AddRazorPages(options =>
{
    options.Conventions.AuthorizeFolder("/Admin", "tags");
    options.Conventions.AllowAnonymousToPage("/Admin/Open");
    options.Conventions.AuthorizeFolder("/Vault", "from-elsewhere");
    options.Conventions.AuthorizePage("/Index");
    options.Conventions.AuthorizeFolder("/AdminPages", "tags");
});
var app = builder.Build();
app.MapDeck();
app.MapRazorPages();
app.Run();

// Pages. Each makes a call that needs tag:read.
public interface ITags { Task<string> ListAsync(); }
public class Tags(DigitalOceanClient client) : ITags { public Task<string> ListAsync() => client.GetStringAsync("/v2/tags"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
public static partial class Deck;
