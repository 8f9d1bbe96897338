using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: an enum's name in lower case
enum Resource { Droplets, Volumes, Images }
class Users(DigitalOceanClient client)
{
    public Task<string> A() => client.GetStringAsync($"/v2/{Resource.Droplets.ToString().ToLowerInvariant()}"); // expect: DOO102 droplet:read
    public Task<string> B() => Get(Resource.Volumes); // expect: DOO102 block_storage:read
    public Task<string> C() => Lower(Resource.Images); // expect: DOO102 image:read
    private Task<string> Get(Resource resource) => client.GetStringAsync($"/v2/{resource.ToString().ToLowerInvariant()}"); // or: DOO102
    private Task<string> Lower(Resource resource) => client.GetStringAsync($"/v2/{resource}".ToLowerInvariant()); // or: DOO102
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
