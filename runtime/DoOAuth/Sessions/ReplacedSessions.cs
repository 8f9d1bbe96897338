using Microsoft.AspNetCore.Authentication;

namespace DoOAuth;

/// <summary>
/// The sessions of the same user and browser that a session replaced, one after the other. They are in its ticket, so that ending the session ends
/// them too, and disconnect revokes their tokens, even after a restart, or if the store could not be reached in between.
/// </summary>
internal static class ReplacedSessions
{
    /// <summary>The maximum number in a ticket, because they must fit in its cookie.</summary>
    public const int MostCarried = 4;

    private const string Item = "replaced";

    // IDs are hexadecimal and tokens are visible ASCII (RFC 6750 section 2.1), so neither contains a space or a line end.
    private const char BetweenSessions = '\n';
    private const char BetweenParts = ' ';

    /// <summary>Reads the sessions in a ticket, starting with the latest.</summary>
    public static IReadOnlyList<SessionGrant> Read(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(Item, out var text) && !string.IsNullOrEmpty(text)
            ? [.. text.Split(BetweenSessions).Select(line => line.Split(BetweenParts)).Where(parts => parts.Length is 2 or 3)
                .Select(parts => new SessionGrant(parts[0], parts[1], parts.Length == 3 ? parts[2] : null))]
            : [];

    /// <summary>Writes as many as allowed to a ticket.</summary>
    /// <returns>The sessions that do not fit.</returns>
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
