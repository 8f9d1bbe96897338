using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>
/// The sessions of the same user in the same browser that a session replaced, one after the other. It carries them in its ticket, so that whatever ends it
/// ends them too, and disconnect revokes their tokens: also after a restart, and where the store could not be reached in between.
/// </summary>
internal static class ReplacedSessions
{
    /// <summary>How many a session carries: they have to fit into its cookie.</summary>
    public const int MostCarried = 4;

    private const string Item = "replaced";

    // Ids are hexadecimal and tokens visible ASCII (RFC 6750 section 2.1): neither has a space or a line end in it.
    private const char BetweenSessions = '\n';
    private const char BetweenParts = ' ';

    /// <summary>Those that a ticket carries, the latest first.</summary>
    public static IReadOnlyList<SessionGrant> Read(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(Item, out var text) && !string.IsNullOrEmpty(text)
            ? [.. text.Split(BetweenSessions).Select(line => line.Split(BetweenParts)).Where(parts => parts.Length is 2 or 3)
                .Select(parts => new SessionGrant(parts[0], parts[1], parts.Length == 3 ? parts[2] : null))]
            : [];

    /// <summary>Lets a ticket carry as many as it may.</summary>
    /// <returns>Those that it does not carry.</returns>
    public static IReadOnlyList<SessionGrant> Write(AuthenticationProperties properties, IReadOnlyList<SessionGrant> latestFirst)
    {
        if (latestFirst.Count > 0)
        {
            properties.Items[Item] = string.Join(BetweenSessions, latestFirst.Take(MostCarried).Select(Text));
        }

        return [.. latestFirst.Skip(MostCarried)];
    }

    private static string Text(SessionGrant session) => session.RefreshToken is null
        ? $"{session.SessionId}{BetweenParts}{session.AccessToken}"
        : $"{session.SessionId}{BetweenParts}{session.AccessToken}{BetweenParts}{session.RefreshToken}";
}
