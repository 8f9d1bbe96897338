using DoOAuth.Shapes;

namespace DoOAuth.ApiSource.Model;

/// <summary>
/// Finds members that say which of several objects the member beside them is: with the <c>sink_type</c> <c>opensearch</c>, <c>config</c> is an
/// <c>opensearch_logsink</c>, not an <c>elasticsearch_logsink</c>, which has the same members.
/// </summary>
internal static class KindMembers
{
    /// <summary>The name of the member that says what another one is, or null if there is none.</summary>
    public static string? Of(Shape shape, ShapeMember member)
    {
        var kinds = Kinds(member.Type);
        return kinds.Count < 2 ? null
            : shape.Members.FirstOrDefault(other => other.Type.Kind == ValueKind.Text && other.Type.Values.Count > 1 && other.Type.Values.All(kinds.Contains))?.Name;
    }

    /// <summary>The values that stand for one of the objects of a union.</summary>
    public static IReadOnlyList<string> Values(ShapeType union, ShapeType alternative) =>
        Kinds(union).Count > 0 && alternative.Name.LastIndexOf('_') is var end and > 0 ? [alternative.Name[..end]] : [];

    // The names of the objects without their last word, if that is the same for all.
    private static HashSet<string> Kinds(ShapeType type)
    {
        var names = type.Alternatives.Select(alternative => alternative.Name).ToList();
        return names.Count > 1 && names.All(name => name.LastIndexOf('_') > 0) && names.Select(name => name[name.LastIndexOf('_')..]).Distinct(StringComparer.Ordinal).Count() == 1
            ? names.Select(name => name[..name.LastIndexOf('_')]).ToHashSet(StringComparer.Ordinal)
            : [];
    }
}
