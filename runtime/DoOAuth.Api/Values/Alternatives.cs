using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>Decides which of several types an object is.</summary>
internal static class Alternatives
{
    /// <summary>The text of a member of the object that the reader is on, or null if there is none. The caller's reader does not move.</summary>
    public static string? Text(Utf8JsonReader reader, ReadOnlySpan<byte> member)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMember = reader.ValueTextEquals(member);
            if (!reader.Read())
            {
                break;
            }

            if (isMember)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }

            reader.TrySkip();
        }

        return null;
    }

    /// <summary>The type that has most members of the object that the reader is on, and lacks fewest that it requires. The caller's reader does not move.</summary>
    /// <param name="reader">The reader, on the start of the object.</param>
    /// <param name="members">The members of each type. A required one ends with <c>!</c>.</param>
    /// <returns>The index of the type.</returns>
    public static int Best(Utf8JsonReader reader, string[][] members)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(reader.GetString()!);
            reader.Read();
            reader.TrySkip();
        }

        var (best, bestScore) = (0, int.MinValue);
        for (var index = 0; index < members.Length; index++)
        {
            var score = 0;
            foreach (var member in members[index])
            {
                var isRequired = member.EndsWith('!');
                score += names.Contains(isRequired ? member[..^1] : member) ? 1 : isRequired ? -1 : 0;
            }

            if (score > bestScore)
            {
                (best, bestScore) = (index, score);
            }
        }

        return best;
    }
}
