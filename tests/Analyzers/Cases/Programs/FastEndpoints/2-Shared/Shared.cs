namespace Shared;

// A processor of another project, which may do anything.
public class SharedProcessor
{
    public Task PreProcessAsync(HttpContext context) => context.User.HasClaim("scope", "snapshot:read") ? Task.CompletedTask : context.Response.WriteAsync("no");
}
