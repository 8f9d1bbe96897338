using DoOAuth.Sandbox;
using Microsoft.Extensions.Configuration;

namespace DoOAuth.Testing.Tests;

/// <summary>An app with hooks: a claim of its own, and a user who may not sign in.</summary>
[DigitalOceanOAuth]
[DigitalOceanScope(DoOAuth.Scopes.Account.Read)]
internal static partial class Deck
{
    private static async Task<IResult?> OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken)
    {
        if (signIn.User.Uuid == SandboxUser.Coral.Uuid)
        {
            signIn.Refuse();
        }

        // As an app does that looks something up before the session starts.
        var services = signIn.HttpContext.RequestServices;
        var lookup = services.GetRequiredService<Lookup>();
        signIn.Principal.Identities.First().AddClaim(new("role", await lookup.RoleOfAsync(signIn.User.Uuid)));
        return services.GetRequiredService<IConfiguration>()["PageOfRefused"] is { } page ? Results.Redirect(page) : null;
    }
}

/// <summary>A scoped service of the app.</summary>
internal sealed class Lookup(TimeProvider time)
{
    public async Task<string> RoleOfAsync(string uuid)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), time);
        return $"role-{uuid[..2]}";
    }
}
