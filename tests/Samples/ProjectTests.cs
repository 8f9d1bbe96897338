using System.Xml.Linq;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Samples.Tests;

/// <summary>A sample is compiled with what the package brings: the generator and the rules.</summary>
public sealed class ProjectTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_has_the_packages_generator_and_rules(string name)
    {
        // Code fixes work in an editor, and reach it only from a package.
        var packed = Included(Path.Combine(Repository.Root, "generator", "PackedAnalyzers.props"), "PackedAnalyzer").Except(["DoOAuth.CodeFixes"]);
        var referenced = Included(Path.Combine(Repository.Root, "samples", name, $"{name}.csproj"), "ProjectReference").Except(["DoOAuth", "DoOAuth.Yarp"]);

        Assert.Equal(packed.Order(StringComparer.Ordinal), referenced.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Included(string file, string item) =>
        XDocument.Load(file).Descendants(item).Select(element => Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value));
}
