using DoOAuth.Sandbox.Traffic;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The last lines of a run: the scopes that requests lacked, and those that were granted and never used.</summary>
internal static class ScopeReport
{
    /// <summary>Returns the lines. There are none if no scope was granted and none was refused.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<SandboxScopeUse> clients)
    {
        foreach (var client in clients)
        {
            var prefix = clients.Count == 1 ? "" : client.ClientId + ": ";
            if (client.Refused.Count > 0)
            {
                yield return $"{prefix}needed and not granted: {string.Join(' ', client.Refused)}";
            }

            if (client.Granted.Count > 0)
            {
                yield return $"{prefix}granted and never used: {(client.NeverUsed.Count == 0 ? "none" : string.Join(' ', client.NeverUsed))}";
            }
        }
    }
}
