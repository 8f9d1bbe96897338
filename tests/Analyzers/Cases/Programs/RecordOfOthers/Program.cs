using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a record that is read from responses or a list, and made elsewhere for other things
record Entry(string Title, string Path);
record Page(string[] Items, string? Next);

class Users(DigitalOceanClient client)
{
    public async Task All()
    {
        foreach (var entry in new[] { new Entry("me", "/v2/account"), new Entry("offers", "/v2/1-clicks") })
        {
            await client.GetStringAsync(entry.Path);
        }
    }

    public async Task Pages()
    {
        var page = await client.GetFromJsonAsync<Page>("/v2/1-clicks");
        await client.GetStringAsync(page!.Next);
    }
}

class Menu { public Entry[] Items => [new("Droplets", "/v2/droplets"), new("Volumes", "/v2/volumes")]; }

class Fakes { public Page Droplets => new(["web"], "/v2/droplets?page=2"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
