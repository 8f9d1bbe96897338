using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData;

/// <summary>
/// Turns OpenAPI's security requirements into what <c>operations.tsv</c> writes. OpenAPI has alternatives, each a set of
/// scopes that are all needed; the table has it the other way round, since that is how a check asks: all of these,
/// and of each any one.
/// </summary>
internal static class SecurityRequirements
{
    /// <summary>Reads a <c>security</c> node.</summary>
    /// <param name="security">The node; nothing where the operation has none.</param>
    /// <returns>A cell such as <c>droplet:read image:read</c> or <c>domain:create|domain:update</c>; empty where no scope is needed.</returns>
    public static string ToCell(YamlNode? security)
    {
        if (security is not YamlSequenceNode alternatives)
        {
            return "";
        }

        var scopes = alternatives.OfType<YamlMappingNode>().Select(ScopesOf).ToList();

        // One way in that takes no scope is open to every token.
        if (scopes.Count == 0 || scopes.Exists(alternative => alternative.Count == 0))
        {
            return "";
        }

        IEnumerable<IReadOnlyList<string>> terms = [[]];
        foreach (var alternative in scopes)
        {
            terms = [.. terms.SelectMany(term => alternative.Select(scope => (IReadOnlyList<string>)[.. term, scope]))];
        }

        // «a or (a and b)» becomes «a, and a or b»: a term that holds another one whole adds nothing.
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
