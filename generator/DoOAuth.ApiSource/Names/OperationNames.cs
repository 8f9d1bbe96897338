using System.Globalization;

namespace DoOAuth.ApiSource.Names;

/// <summary>Names for operations: the tag is the group, and the ID without what repeats the group is the method.</summary>
/// <param name="tags">The tag of each operation, by its ID.</param>
internal sealed class OperationNames(IReadOnlyDictionary<string, string> tags)
{
    /// <summary>The group and the method, such as <c>Droplets.ListAsync</c>.</summary>
    public string Propose(string id)
    {
        var group = GroupOf(tags.GetValueOrDefault(id, ""), id);
        var parts = WithoutExtension(id).Split('_', 2);
        var (subject, rest) = parts.Length == 2 ? (parts[0], parts[1]) : ("", parts[0]);
        var words = rest.Split('_').SelectMany(Identifier.WordsOf).ToList();
        var verb = words[0].ToLowerInvariant() switch { "post" => "create", "destroy" => "delete", var other => other };
        var method = Identifier.Pascal(verb) + (Repeats(subject, group, id) ? "" : Identifier.Pascal(subject)) + Identifier.Pascal(string.Join('_', words.Skip(1)), "").Replace("Empty", "", StringComparison.Ordinal);
        return $"{group}.{method}Async";
    }

    /// <summary>The group of a tag.</summary>
    private static string GroupOf(string tag, string id) =>
        Identifier.Pascal(tag.Length == 0 ? id.Split('_')[0] : tag.Replace("GradientAI", "Gradient_AI", StringComparison.Ordinal).Replace("IPv6", "Ipv6", StringComparison.Ordinal))
            .Replace("GradientAIPlatform", "GradientAI", StringComparison.Ordinal);

    private bool Repeats(string subject, string group, string id)
    {
        var name = Identifier.Pascal(subject);
        var tag = tags.GetValueOrDefault(id, "");
        return subject.Length == 0
            || group.Equals(name, StringComparison.OrdinalIgnoreCase)
            || group.Equals(name + "s", StringComparison.OrdinalIgnoreCase)
            || tags.Where(pair => pair.Value == tag).All(pair => pair.Key.Split('_')[0] == subject);
    }

    private static string WithoutExtension(string id) =>
        id.EndsWith(".yml", true, CultureInfo.InvariantCulture) ? id[..^4] : id;
}
