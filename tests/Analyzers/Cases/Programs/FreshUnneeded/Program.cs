using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/certificates", async (DigitalOceanClient client) =>
{
    using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/certificates");
    using var response = await client.SendAsync(request);
    return await response.Content.ReadAsStringAsync();
}).RequireCertificateRead();
app.MapDelete("/vpcs/{id}", (Guid id, Vpcs vpcs) => vpcs.Drop(id)).RequireVpcDelete();
app.Run();

class Vpcs(DigitalOceanClient client) { public Task Drop(Guid id) => client.DeleteAsync(Path(id)); private static string Path(Guid id) => "/v2/vpcs/" + id; }

// case: needed by nothing
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Vpc.Delete)]
[DigitalOceanScope(Scopes.Registry.Delete)] // expect: DOO104 registry:delete
public static partial class Deck;
