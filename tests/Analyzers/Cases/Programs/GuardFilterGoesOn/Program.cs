using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a filter goes on in a helper of its own
app.MapGet("/1", List).AddEndpointFilter<VpcFilter>();
app.Run();

public class VpcFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(Scopes.Vpc.Read) ? Continue(context, next) : ValueTask.FromResult<object?>(Results.Forbid());
    private static async ValueTask<object?> Continue(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { var result = await next(context); return result; }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
