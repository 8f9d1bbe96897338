using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a template is an argument, and a helper replaces its placeholders
class Users(DigitalOceanClient client)
{
    public Task<string> Me() => Get("/v2/:resource", "account");
    public Task<string> Me2() => Fill("/v2/{resource}/{id}", "account");
    private Task<string> Get(string template, string resource) => client.GetStringAsync(template.Replace(":resource", resource));
    private Task<string> Fill(string template, string resource) => client.GetStringAsync(template.Replace("{resource}", resource).Replace("/{id}", ""));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
