using Carter;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("vpcs", policy => policy.RequireClaim("scope", "vpc:read"))
    .AddPolicy("staff", policy => policy.RequireRole("staff"));
var app = builder.Build();
app.MapDeck();
app.MapCarter();
app.Run();

// Modules of Carter. Each endpoint makes a call that needs vpc:read.
public interface IVpcs { Task<string> ListAsync(); }
public class Vpcs(DigitalOceanClient client) : IVpcs { public Task<string> ListAsync() => client.GetStringAsync("/v2/vpcs"); }

// case: no guard
public class OpenModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/1", (IVpcs vpcs) => vpcs.ListAsync()); // expect: DOO103 vpc:read
        app.MapGet("/2", (IVpcs vpcs) => vpcs.ListAsync()).RequireVpcRead();
        var group = app.MapGroup("/group").RequireVpcRead();
        group.MapGet("/3", List);
    }

    private static Task<string> List(IVpcs vpcs) => vpcs.ListAsync();
}

// case: a policy of the module
public class PolicyModule : CarterModule
{
    public PolicyModule()
        : base("/policy") => RequireAuthorization("vpcs");

    public override void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/1", (IVpcs vpcs) => vpcs.ListAsync());
}

// case: a policy that says nothing of scopes
public class StaffModule : CarterModule
{
    public StaffModule() => RequireAuthorization("staff");

    public override void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/staff", (IVpcs vpcs) => vpcs.ListAsync()); // expect: DOO103 vpc:read
}

// case: asked before
public class AskingModule : CarterModule
{
    public AskingModule() => Before = context => context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Vpc.Read) ? null : Results.Forbid();

    public override void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/asking", (IVpcs vpcs) => vpcs.ListAsync());
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
