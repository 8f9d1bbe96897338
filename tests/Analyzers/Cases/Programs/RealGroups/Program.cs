using Groups;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// Guards on groups. Every handler lists or changes load balancers; what has no mark is guarded.

// case: groups in a dictionary, guarded in a loop over its values
var byArea = new Dictionary<string, RouteGroupBuilder> { ["a"] = app.MapGroup("/1/a"), ["b"] = app.MapGroup("/1/b") };
foreach (var area in byArea.Values)
{
    area.RequireLoadBalancerRead();
}

byArea["a"].MapGet("/", Balancers.List); // undecidable: DOO103
byArea["b"].MapDelete("/{id:guid}", Balancers.Drop); // expect: DOO103 load_balancer:delete

// case: an array of groups, all guarded
RouteGroupBuilder[] versions = [app.MapGroup("/2/v1"), app.MapGroup("/2/v2")];
foreach (var version in versions)
{
    version.MapGet("/", Balancers.List);
    version.RequireLoadBalancerRead();
    version.MapPost("/{id:guid}/rules", Balancers.AddRule); // expect: DOO103 load_balancer:update
}

// case: a loop over scopes that are written out
var written = app.MapGroup("/3");
foreach (var scope in new[] { Scopes.LoadBalancer.Read, Scopes.LoadBalancer.Delete })
{
    written.RequireDigitalOceanScope(Deck.Scheme, scope);
}

written.MapGet("/", Balancers.List);
written.MapDelete("/{id:guid}", Balancers.Drop);
written.MapPost("/{id:guid}/rules", Balancers.AddRule); // expect: DOO103 load_balancer:update

// case: a variable that first names one group, then another
var current = app.MapGroup("/4/first");
current.RequireLoadBalancerRead();
current.MapGet("/", Balancers.List);
current = app.MapGroup("/4/second");
current.MapGet("/", Balancers.List); // expect: DOO103 load_balancer:read

// case: two variables of the same group
var original = app.MapGroup("/5");
var alias = original;
alias.RequireLoadBalancerRead();
original.MapGet("/", Balancers.List);

// case: nested groups three deep, a guard at each of two
var outermost = app.MapGroup("/6").RequireLoadBalancerRead();
var middle = outermost.MapGroup("/m");
var innermost = middle.MapGroup("/i").RequireLoadBalancerDelete();
innermost.MapGet("/", Balancers.List);
innermost.MapDelete("/{id:guid}", Balancers.Drop);
middle.MapDelete("/{id:guid}", Balancers.Drop); // expect: DOO103 load_balancer:delete

// case: extension methods of the app on the group, with an optional parameter that leaves the guard out
app.MapGroup("/7").AsReadOnly().MapGet("/", Balancers.List);
app.MapGroup("/7").AsAdmin().MapDelete("/{id:guid}", Balancers.Drop);
app.MapGroup("/7").AsReadOnly().MapDelete("/{id:guid}", Balancers.Drop); // expect: DOO103 load_balancer:delete
app.MapGroup("/7").WithDefaults().MapGet("/quick", Balancers.List); // expect: DOO103 load_balancer:read

// case: a class that keeps its groups in fields
new BalancerRoutes(app).Map();

// case: a method that makes the group and the guard, told the scopes
app.MapSecured("/8", Scopes.LoadBalancer.Read).MapGet("/", Balancers.List);
app.MapSecured("/8", Scopes.LoadBalancer.Read).MapDelete("/{id:guid}", Balancers.Drop); // expect: DOO103 load_balancer:delete
app.MapSecured("/8", [Scopes.LoadBalancer.Read, Scopes.LoadBalancer.Update]).MapPost("/{id:guid}/rules", Balancers.AddRule);

// case: a guard by a conditional: only in one of two environments
var maybe = app.MapGroup("/9");
_ = app.Environment.IsProduction() ? maybe.RequireLoadBalancerRead() : maybe;
maybe.MapGet("/", Balancers.List); // expect: DOO103 load_balancer:read

// case: the guard is in a finally
var tried = app.MapGroup("/10");
try
{
    app.Logger.LogInformation("mapping");
}
finally
{
    tried.RequireLoadBalancerRead();
}

tried.MapGet("/", Balancers.List);

// case: the endpoints' builders are collected, and guarded at the end
var collected = new List<IEndpointConventionBuilder>
{
    app.MapGet("/11/a", Balancers.List),
    app.MapGet("/11/b", Balancers.List),
};
collected.ForEach(endpoint => endpoint.RequireDigitalOceanScope(Deck.Scheme, Scopes.LoadBalancer.Read));

// case: a guard in a local function, which is called for one of two
Protect(app.MapGet("/12/a", Balancers.List));
app.MapGet("/12/b", Balancers.List); // expect: DOO103 load_balancer:read
static void Protect(RouteHandlerBuilder endpoint) => endpoint.RequireLoadBalancerRead().WithTags("protected");

// case: a group with a filter of the app that asks for what it is told
app.MapGroup("/13").AddEndpointFilter(new ScopeFilter(Scopes.LoadBalancer.Read)).MapGet("/", Balancers.List);
app.MapGroup("/13").AddEndpointFilter(new ScopeFilter(Scopes.LoadBalancer.Read)).MapDelete("/{id:guid}", Balancers.Drop); // expect: DOO103 load_balancer:delete
app.MapGroup("/13").AddEndpointFilter<LoggingFilter>().MapGet("/logged", Balancers.List); // expect: DOO103 load_balancer:read

// case: everybody is let in to a guarded group's endpoint
var letIn = app.MapGroup("/14").RequireLoadBalancerRead();
letIn.MapGet("/", Balancers.List);
letIn.MapGet("/status", () => "up").AllowAnonymous();
letIn.MapGet("/open", Balancers.List).AllowAnonymous(); // expect: DOO103 load_balancer:read
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.LoadBalancer.Read)]
[DigitalOceanScope(Scopes.LoadBalancer.Update, Optional = true)]
[DigitalOceanScope(Scopes.LoadBalancer.Delete, Optional = true)]
public static partial class Deck;
