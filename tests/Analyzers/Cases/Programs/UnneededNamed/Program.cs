using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: what names no scope, and what names another one
app.MapGet("/1", (DigitalOceanUser user) => string.Join(", ", user.Scopes));
app.MapGet("/2", (DigitalOceanUser user) => user.Scopes.Select(scope => scope.ToUpperInvariant()).Where(scope => scope.Length > 3));
app.MapGet("/3", (DigitalOceanUser user) => user.Scopes.Any(scope => scope.StartsWith("vpc:")));
app.MapGet("/4", (DigitalOceanUser user) => new[] { Scopes.Cdn.Read }.All(user.HasScope));
app.MapGet("/5", () => "tag: none, my-uptime:read, image:reader");
app.MapGet("/6", () => Results.Redirect("/login?scope=app%3Aread"));
app.MapGet("/7", (string verb) => $"/login?scope=domain:{verb}");
// A comment that names project:read, and code of another configuration.
#if PREMIUM
app.MapGet("/8", () => "hello");
#endif
app.Run();

public static class Names
{
    // case: a constant that only the declaration uses
    public const string Projects = "project:read";
    public const string Images = Scopes.Image.Read;
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Cdn.Read)]
[DigitalOceanScope(Scopes.App.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
[DigitalOceanScope(Names.Projects)] // expect: DOO104 project:read
[DigitalOceanScope(Names.Images)] // expect: DOO104 image:read
[DigitalOceanScope(Scopes.Tag.Read)] // expect: DOO104 tag:read
[DigitalOceanScope(Scopes.Uptime.Read)] // expect: DOO104 uptime:read
public static partial class Deck;
