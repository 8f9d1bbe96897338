using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// A policy for each application that specifies its session scheme, so that guards authenticate with it regardless of the app's default scheme. The
/// scopes are not in the policy, but in the guard's own requirement.
/// </summary>
internal sealed class ScopePolicies(IEnumerable<DigitalOceanApplication> applications) : IConfigureOptions<AuthorizationOptions>
{
    private const string Name = "DoOAuth";

    public static string NameFor(string? scheme) => scheme is null ? Name : $"{Name}:{scheme}";

    public void Configure(AuthorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        DigitalOceanApplication[] all = [.. applications];
        foreach (var application in all)
        {
            options.AddPolicy(NameFor(application.Scheme), policy => SignedInTo(policy, application));
        }

        options.AddPolicy(Name, policy =>
        {
            if (all.Length == 1)
            {
                SignedInTo(policy, all[0]);
            }
            else
            {
                policy.AddRequirements(new AmbiguousApplicationRequirement(all));
            }
        });
    }

    private static void SignedInTo(AuthorizationPolicyBuilder policy, DigitalOceanApplication application) =>
        policy.AddAuthenticationSchemes(application.SessionScheme).RequireAuthenticatedUser().AddRequirements(BareGuardRequirement.Instance);
}
