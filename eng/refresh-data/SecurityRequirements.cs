using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData;

/// <summary>
/// Converts OpenAPI's security requirements to the format of <c>operations.tsv</c>. OpenAPI lists alternatives, each a set of scopes
/// that are all needed. The table lists sets that are all needed, each with alternatives, because scopes are checked in this form.
/// </summary>
internal static class SecurityRequirements
{
    /// <summary>Reads a <c>security</c> node.</summary>
    /// <param name="security">The node, or null if the operation has none.</param>
    /// <returns>A cell such as <c>droplet:read image:read</c> or <c>domain:create|domain:update</c>; empty if no scope is needed.</returns>
    public static string ToCell(YamlNode? security)
    {
        if (security is not YamlSequenceNode alternatives)
        {
            return "";
        }

        var scopes = alternatives.OfType<YamlMappingNode>().Select(ScopesOf).ToList();

        // An alternative without scopes accepts every token.
        if (scopes.Count == 0 || scopes.Exists(alternative => alternative.Count == 0))
        {
            return "";
        }

        IEnumerable<IReadOnlyList<string>> terms = [[]];
        foreach (var alternative in scopes)
        {
            terms = [.. terms.SelectMany(term => alternative.Select(scope => (IReadOnlyList<string>)[.. term, scope]))];
        }

        // "a or (a and b)" becomes "a, and a or b". A set that contains another set can be removed.
        var sets = terms.Select(term => term.Distinct(StringComparer.Ordinal).ToList()).ToList();
        var needed = sets.Where((term, index) => !sets.Where((other, otherIndex) => otherIndex != index
                && other.All(term.Contains)
                && (other.Count < term.Count || otherIndex < index)).Any());
        return string.Join(' ', needed.Select(term => string.Join('|', term)));
    }

    private static List<string> ScopesOf(YamlMappingNode alternative) =>
        [.. alternative.Children.Values.OfType<YamlSequenceNode>()
            .SelectMany(scopes => scopes.Children.OfType<YamlScalarNode>())
            .Select(scope => scope.Value!)
            .Distinct(StringComparer.Ordinal)];
}
