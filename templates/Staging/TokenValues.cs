using System.Text.RegularExpressions;
using System.Xml.Linq;
using DoOAuth.Catalog;

namespace DoOAuth.Templates.Staging;

/// <summary>
/// The values that replace the tokens in the packed templates, so that versions and scopes have one source:
/// <c>DOOAUTH_PACKAGE_VERSION</c>, <c>DOOAUTH_VERSION_OF(Package)</c> and the line <c>DOOAUTH_SCOPE_LINES</c>.
/// A paragraph of one line with <c>DOOAUTH_REPOSITORY_ADDRESS</c> is left out while the repository has no web address.
/// </summary>
internal sealed partial class TokenValues(string version, string centralVersions, ScopeCatalog scopes, string address)
{
    private readonly Dictionary<string, string> _versions = XDocument.Load(centralVersions).Descendants("PackageVersion")
        .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">A package has no central version.</exception>
    public string FillIn(string text)
    {
        if (!text.Contains("DOOAUTH_", StringComparison.Ordinal))
        {
            return text;
        }

        text = VersionOf().Replace(text, match => _versions.TryGetValue(match.Groups[1].Value, out var known)
            ? known
            : throw new InvalidDataException($"'{match.Value}' in a template: Directory.Packages.props has no version of {match.Groups[1].Value}. Add a PackageVersion for it."));
        if (address.Length == 0)
        {
            text = WithAddress().Replace(text, "");
        }

        return text
            .Replace("DOOAUTH_SCOPE_LINES", ScopeLines, StringComparison.Ordinal)
            .Replace("DOOAUTH_REPOSITORY_ADDRESS", address, StringComparison.Ordinal)
            .Replace("DOOAUTH_PACKAGE_VERSION", version, StringComparison.Ordinal);
    }

    private string ScopeLines => ScopeSymbols.Declarations(scopes);

    [GeneratedRegex(@"DOOAUTH_VERSION_OF\(([\w.]+)\)")]
    private static partial Regex VersionOf();

    [GeneratedRegex(@"^\n.*DOOAUTH_REPOSITORY_ADDRESS.*\n", RegexOptions.Multiline)]
    private static partial Regex WithAddress();
}
