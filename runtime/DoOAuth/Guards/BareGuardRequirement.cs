using Microsoft.AspNetCore.Authorization;

namespace DoOAuth;

/// <summary>
/// Part of each guard's policy: requires that the guard's scopes are checked too. The scopes are not in the policy. They are added where an
/// endpoint's guards are read. SignalR reads only the policies for a hub's methods, and so do Blazor components. Without this requirement, a guard
/// there would let every signed-in user through.
/// </summary>
internal sealed class BareGuardRequirement : IAuthorizationRequirement
{
    public static BareGuardRequirement Instance { get; } = new();

    public override string ToString() => "The guard's scopes are checked";
}
