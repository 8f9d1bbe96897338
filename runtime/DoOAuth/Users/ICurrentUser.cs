using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Reads the user of a request.</summary>
internal interface ICurrentUser
{
    /// <summary>The user of a request, for a handler that takes the user as a parameter.</summary>
    /// <returns>The user, or null if nobody is signed in.</returns>
    /// <exception cref="InvalidOperationException">Several applications are registered, and no guard on the endpoint says which one is meant.</exception>
    ValueTask<DigitalOceanUser?> ReadAsync(HttpContext context);
}
