using DoOAuth;

namespace Depot.Features.Keys;

public static partial class KeyEndpoints
{
    // case: the group goes back to the caller, who guards it for reading
    public static RouteGroupBuilder MapKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/keys");
        keys.MapGet("/", All);
        keys.MapDelete("/{key}", Drop); // expect: DOO103 spaces_key:delete
        keys.MapDelete("/{key}/guarded", Drop).RequireSpacesKeyDelete();
        return keys;
    }
}
