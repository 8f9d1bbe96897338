using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Reads the user of a request.</summary>
internal interface ICurrentUser
{
    /// <summary>Gets the user of a request, for a handler with such a parameter.</summary>
    /// <returns>The user, or null if the user is not signed in.</returns>
    /// <exception cref="InvalidOperationException">Several applications are registered, and no guard on the endpoint specifies one of them.</exception>
    ValueTask<DigitalOceanUser?> ReadAsync(HttpContext context);
}
