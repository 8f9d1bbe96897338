namespace DoOAuth.ApiSource.Names;

/// <summary>Names for types, members and values.</summary>
internal static class TypeNames
{
    /// <summary>A name for a shape: <c>apiAgent</c> is <c>Agent</c>, <c>droplet_create.answer</c> is <c>DropletCreateAnswer</c>.</summary>
    public static string OfShape(string shape)
    {
        var name = shape is ['a', 'p', 'i', >= 'A' and <= 'Z', ..] ? shape[3..] : shape;
        return name.EndsWith(".answer.meta", StringComparison.Ordinal) ? "PageMeta" : Identifier.Pascal(name.Replace("Ipv6", "IPv6", StringComparison.Ordinal));
    }

    /// <summary>A name for a type that has none in the description.</summary>
    public static string OfPlace(string owner, string member, bool isItem)
    {
        var name = Identifier.Pascal(member);
        return owner + (isItem && name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name);
    }

    /// <summary>Names for values: what all of them start with is left out.</summary>
    public static Func<string, string> OfValues(IReadOnlyList<string> values)
    {
        var prefix = values.Count < 2 ? 0 : CommonWords(values);
        return value =>
        {
            var words = value.Split('_');
            var rest = string.Join('_', words.Skip(prefix));
            return value.Length == 0 ? "None" : Identifier.Pascal(rest.Length > 0 && char.IsAsciiDigit(rest[0]) && prefix > 0 ? value : rest);
        };
    }

    private static int CommonWords(IReadOnlyList<string> values)
    {
        var words = values.Select(value => value.Split('_')).ToList();
        var common = 0;
        while (words.All(list => list.Length > common + 1 && list[common] == words[0][common] && list[common].Length > 0))
        {
            common++;
        }

        return words.Any(list => char.IsAsciiDigit(list[common].FirstOrDefault('x'))) ? 0 : common;
    }
}
