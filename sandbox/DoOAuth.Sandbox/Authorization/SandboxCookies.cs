using System.Security.Cryptography;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// The names of the cookies of one sandbox. Several run on one machine, and browsers send a host's cookies to all of its ports: each sandbox has names of
/// its own, so that one does not take the other's.
/// </summary>
internal sealed class SandboxCookies
{
    private readonly string _suffix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    public string Account => "DoOAuth.Sandbox.Account." + _suffix;

    public string Antiforgery => "DoOAuth.Sandbox.Antiforgery." + _suffix;
}
