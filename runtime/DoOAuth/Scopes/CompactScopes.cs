using System.Text;

namespace DoOAuth;

/// <summary>
/// Writes a set of scopes in little room: <c>account:r droplet:crd,admin =read</c> is <c>account:read</c>, <c>droplet:create</c>,
/// <c>droplet:read</c>, <c>droplet:delete</c>, <c>droplet:admin</c> and <c>read</c>. It does not depend on the list of known
/// scopes, so a session outlives an update of the data.
/// </summary>
internal static class CompactScopes
{
    private const char Verbatim = '=';

    private static readonly (string Verb, char Letter)[] Letters =
        [("create", 'c'), ("read", 'r'), ("update", 'u'), ("delete", 'd')];

    /// <param name="scopes">Scopes in ordinal order, none of them with a space in it.</param>
    public static string Write(IEnumerable<string> scopes)
    {
        var text = new StringBuilder();
        foreach (var group in scopes.GroupBy(Resource, StringComparer.Ordinal))
        {
            if (group.Key.Length == 0)
            {
                foreach (var scope in group)
                {
                    Separate(text).Append(Verbatim).Append(scope);
                }

                continue;
            }

            Separate(text).Append(group.Key).Append(':');
            var others = new List<string>();
            foreach (var scope in group)
            {
                var verb = scope[(group.Key.Length + 1)..];
                var letter = Array.Find(Letters, known => known.Verb == verb).Letter;
                if (letter == default)
                {
                    others.Add(verb);
                }
                else
                {
                    text.Append(letter);
                }
            }

            others.ForEach(verb => text.Append(',').Append(verb));
        }

        return text.ToString();
    }

    public static IEnumerable<string> Read(string compact)
    {
        foreach (var group in compact.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = group.IndexOf(':', StringComparison.Ordinal);
            if (group[0] == Verbatim || colon < 0)
            {
                yield return group[0] == Verbatim ? group[1..] : group;
                continue;
            }

            var resource = group[..(colon + 1)];
            var verbs = group[(colon + 1)..].Split(',');
            foreach (var letter in verbs[0])
            {
                if (Array.Find(Letters, known => known.Letter == letter).Verb is { } verb)
                {
                    yield return resource + verb;
                }
            }

            foreach (var verb in verbs.AsSpan(1).ToArray())
            {
                yield return resource + verb;
            }
        }
    }

    // Empty for a scope that has no resource, or one whose characters the form needs for itself.
    private static string Resource(string scope)
    {
        var colon = scope.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 || scope[0] == Verbatim || scope.Contains(',', StringComparison.Ordinal) ? "" : scope[..colon];
    }

    private static StringBuilder Separate(StringBuilder text) => text.Length == 0 ? text : text.Append(' ');
}
