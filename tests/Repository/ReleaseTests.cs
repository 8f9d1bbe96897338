using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DoOAuth.Repository.Tests;

/// <summary>Changelog, version and the version that packages are compared with tell the same story.</summary>
public sealed partial class ReleaseTests
{
    private static readonly XDocument Properties = XDocument.Parse(Clone.Text("Directory.Build.props"));

    private static List<string> Released => [.. Release().Matches(Clone.Text("CHANGELOG.md")).Select(match => match.Groups["version"].Value)];

    [Fact]
    public void The_changelog_begins_with_what_is_not_released()
    {
        var headings = Heading().Matches(Clone.Text("CHANGELOG.md")).Select(match => match.Value).ToList();

        Assert.Equal("## [Unreleased]", headings[0]);
        Assert.All(headings.Skip(1), heading => Assert.Matches(Release(), heading));
        Assert.Equal(Released.Select(Version.Parse).OrderDescending(), Released.Select(Version.Parse));
    }

    // The commit of a release has a heading for the version that it makes, which is in no feed yet.
    [Fact]
    public void Packages_are_compared_with_the_last_release() =>
        Assert.Equal(Released.Find(version => version != Property("Version")) ?? "", Property("PackageValidationBaselineVersion"));

    [Fact]
    public void The_version_is_one_that_is_not_older_than_the_last_release() =>
        Assert.True(Released.Count == 0 || Version.Parse(Property("Version")) >= Version.Parse(Released[0]));

    [Fact]
    public void Each_library_that_is_packed_is_validated()
    {
        var packed = from file in Directory.GetDirectories(Clone.Root).Where(folder => Path.GetFileName(folder) is "runtime" or "sandbox" or "generator")
                         .SelectMany(folder => Directory.GetFiles(folder, "*.csproj", SearchOption.AllDirectories))
                     let project = XDocument.Load(file)
                     where Says(project, "IsPackable") && !Says(project, "PackAsTool")
                     select (Name: Path.GetFileName(file), Validated: Says(project, "EnablePackageValidation"));

        Assert.Equal(
            [
                ("DoOAuth.Api.csproj", true), ("DoOAuth.Aspire.Hosting.csproj", true), ("DoOAuth.Redis.csproj", true), ("DoOAuth.Sandbox.csproj", true),
                ("DoOAuth.Testing.csproj", true), ("DoOAuth.Yarp.csproj", true), ("DoOAuth.csproj", true),
            ],
            packed.OrderBy(project => project.Name, StringComparer.Ordinal));
    }

    private static bool Says(XDocument project, string property) => project.Descendants(property).Any(element => element.Value == "true");

    private static string Property(string name) => Properties.Descendants(name).Single().Value;

    [GeneratedRegex(@"^## .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^## \[(?<version>\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$", RegexOptions.Multiline)]
    private static partial Regex Release();
}
