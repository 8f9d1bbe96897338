using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
var app = builder.Build();
app.MapDeck();

app.MapControllers();
app.Run();

[Route("a")]
public class VpcsController(DigitalOceanClient client) : ControllerBase
{
    // case: a filter that refuses in a helper
    [HttpGet("1"), DenyFilter] public Task<string> One() => client.GetStringAsync("/v2/vpcs");
    // case: a filter that reads the claims
    [HttpGet("2"), ClaimFilter] public Task<string> Two() => client.GetStringAsync("/v2/vpcs");
}
public class DenyFilterAttribute : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (!context.HttpContext.User.HasClaim("scope", Scopes.Vpc.Read)) { Deny(context); return; }
        base.OnActionExecuting(context);
    }
    private static void Deny(ActionExecutingContext context) => context.Result = new ForbidResult();
}
public class ClaimFilterAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var scopes = context.HttpContext.User.FindAll("scope").Select(claim => claim.Value);
        if (!scopes.Contains(Scopes.Vpc.Read)) { context.Result = new ForbidResult(); }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
