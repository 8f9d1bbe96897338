using Microsoft.AspNetCore.Authorization;

namespace DoOAuth;

/// <summary>
/// In the policy of every guard: that its scopes are asked for as well. They come beside the policy, where an endpoint's guards are read. SignalR reads
/// the policies alone for a hub's methods, and so do Blazor's components: a guard there would let everybody through who is signed in.
/// </summary>
internal sealed class BareGuardRequirement : IAuthorizationRequirement
{
    public static BareGuardRequirement Instance { get; } = new();

    public override string ToString() => "The guard's scopes are asked for";
}
