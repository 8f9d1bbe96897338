using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// Every endpoint here makes a call that needs vpc:read. What has no mark is guarded, one way or another.

// case: a question inside try
app.MapGet("/1", (DigitalOceanClient client, DigitalOceanUser user) =>
{
    bool may;
    try
    {
        may = user.HasScope(Scopes.Vpc.Read);
    }
    catch (InvalidOperationException)
    {
        may = false;
    }

    return may ? List(client) : Task.FromResult("");
});

// case: a question, and then yes whatever the answer
app.MapGet("/2", (DigitalOceanClient client, DigitalOceanUser user) => // expect: DOO103 vpc:read
{
    var may = user.HasScope(Scopes.Vpc.Read);
    may = true;
    return may ? List(client) : Task.FromResult("");
});

// case: a group that a method gives out
Groups.Open(app, out var group);
group.MapGet("/3", List);

// case: a handler that one branch replaces
Delegate handler = () => "nothing";
if (args.Length > 0)
{
    handler = List;
}

app.MapGet("/4", handler); // expect: DOO103 vpc:read

// case: a group in a field
new Fields(app).Map();

// case: a filter that asks, as a lambda
app.MapGet("/6", List).AddEndpointFilter(async (context, next) =>
    context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Vpc.Read) ? await next(context) : Results.Forbid());

// case: a filter that asks for something else
app.MapGet("/7", List).AddEndpointFilter(async (context, next) => // expect: DOO103 vpc:read
    context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Account.Read) ? await next(context) : Results.Forbid());

// case: a helper that throws
app.MapGet("/8", (DigitalOceanClient client, DigitalOceanUser user) => { Demand(user); return List(client); });
static void Demand(DigitalOceanUser user)
{
    if (!user.HasScope(Scopes.Vpc.Read))
    {
        throw new BadHttpRequestException("no", 403);
    }
}

// case: a loop over scopes
var looped = app.MapGet("/9", List);
foreach (var scope in new[] { Scopes.Vpc.Read, Scopes.Account.Read })
{
    looped.RequireDigitalOceanScope(Deck.Scheme, scope);
}

// case: goto past the question
app.MapGet("/10", (DigitalOceanClient client, DigitalOceanUser user, int page) => // expect: DOO103 vpc:read
{
    if (page > 1)
    {
        goto list;
    }

    if (!user.HasScope(Scopes.Vpc.Read))
    {
        return Task.FromResult("");
    }

list:
    return List(client);
});

app.Run();

static class Groups
{
    public static void Open(IEndpointRouteBuilder routes, out RouteGroupBuilder group)
    {
        group = routes.MapGroup("/3");
        group.RequireVpcRead();
    }
}

class Fields(IEndpointRouteBuilder routes)
{
    private readonly RouteGroupBuilder _group = routes.MapGroup("/5").RequireVpcRead();

    public void Map() => _group.MapGet("/", (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs"));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
