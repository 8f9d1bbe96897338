using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a class or record is made with the guarded group
new VpcModule(app.MapGroup("/1").RequireVpcRead()).Map();
var context = new Context(app.MapGroup("/2").RequireVpcRead());
context.Group.MapGet("/", List);
var api = new Api(app.MapGroup("/3").RequireVpcRead());
api.Get("/", List);
app.Run();

public class VpcModule
{
    private readonly RouteGroupBuilder _group;
    public VpcModule(RouteGroupBuilder group) => _group = group;
    public void Map() => _group.MapGet("/", (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs"));
}
public record Context(RouteGroupBuilder Group);
public class Api(RouteGroupBuilder group) { public RouteHandlerBuilder Get(string path, Delegate handler) => group.MapGet(path, handler); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
