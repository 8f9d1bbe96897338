using System.Security.Cryptography;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// The names of the sandbox's cookies. Browsers send a host's cookies to all ports, so each sandbox has its own names and does not
/// read the cookies of another sandbox on this machine.
/// </summary>
internal sealed class SandboxCookies
{
    private readonly string _suffix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    public string Account => "DoOAuth.Sandbox.Account." + _suffix;

    public string Antiforgery => "DoOAuth.Sandbox.Antiforgery." + _suffix;
}
