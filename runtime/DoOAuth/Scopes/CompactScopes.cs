using System.Text;

namespace DoOAuth;

/// <summary>
/// Writes a set of scopes in a short form: <c>account:r droplet:crd,admin =read</c> is <c>account:read</c>, <c>droplet:create</c>,
/// <c>droplet:read</c>, <c>droplet:delete</c>, <c>droplet:admin</c> and <c>read</c>. It does not depend on the list of known scopes, so a session
/// survives an update of the data.
/// </summary>
internal static class CompactScopes
{
    private const char Verbatim = '=';

    private static readonly (string Verb, char Letter)[] Letters =
        [("create", 'c'), ("read", 'r'), ("update", 'u'), ("delete", 'd')];

    /// <param name="scopes">Scopes in ordinal order, so that scopes of one resource are adjacent. None of them can contain a space.</param>
    public static string Write(ReadOnlySpan<string> scopes)
    {
        var text = new StringBuilder();
        while (scopes is [var first, ..])
        {
            var resource = Resource(first);
            if (resource.IsEmpty)
            {
                Separate(text).Append(Verbatim).Append(first);
                scopes = scopes[1..];
                continue;
            }

            var count = 1;
            while (count < scopes.Length && Resource(scopes[count]).SequenceEqual(resource))
            {
                count++;
            }

            Separate(text).Append(resource).Append(':');
            WriteVerbs(text, scopes[..count], resource.Length + 1);
            scopes = scopes[count..];
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

    // Letters first, then actions without a letter.
    private static void WriteVerbs(StringBuilder text, ReadOnlySpan<string> scopes, int start)
    {
        foreach (var scope in scopes)
        {
            if (Letter(scope.AsSpan(start)) is { } letter)
            {
                text.Append(letter);
            }
        }

        foreach (var scope in scopes)
        {
            var verb = scope.AsSpan(start);
            if (Letter(verb) is null)
            {
                text.Append(',').Append(verb);
            }
        }
    }

    private static char? Letter(ReadOnlySpan<char> verb)
    {
        foreach (var (known, letter) in Letters)
        {
            if (verb.SequenceEqual(known))
            {
                return letter;
            }
        }

        return null;
    }

    // Empty for a scope without a resource, or with characters that are part of the short form's syntax.
    private static ReadOnlySpan<char> Resource(string scope)
    {
        var colon = scope.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 || scope[0] == Verbatim || scope.Contains(',', StringComparison.Ordinal) ? default : scope.AsSpan(0, colon);
    }

    private static StringBuilder Separate(StringBuilder text) => text.Length == 0 ? text : text.Append(' ');
}
