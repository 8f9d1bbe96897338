using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Repository.Tests;

/// <summary>The repository's web address is set in one place, and nothing points anywhere while it is empty.</summary>
public sealed partial class AddressTests
{
    private const string Packed = "runtime/DoOAuth/DoOAuth.csproj";

    [Fact]
    public void One_file_sets_it()
    {
        var setters = Directory.EnumerateFiles(Clone.Root, "*.*proj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Clone.Root, "*.props", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Clone.Root, "*.targets", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Clone.Root, file).Replace('\\', '/'))
            .Where(file => !BuildOutput().IsMatch(file))
            .Where(file => XDocument.Load(Path.Combine(Clone.Root, file)).Descendants().Any(element => element.Name.LocalName is "RepositoryUrl" or "PackageProjectUrl"));

        Assert.Equal(["Directory.Build.props"], setters);
    }

    [Theory]
    [InlineData("https://example.com/owner/name", "git")]
    [InlineData("", "")]
    public async Task What_packages_say_follows_it(string address, string type)
    {
        var printed = await Dotnet.RunAsync(Clone.Root, "msbuild", Packed, $"-p:RepositoryUrl={address}", "-getProperty:RepositoryUrl,PackageProjectUrl,RepositoryType");
        using var answer = JsonDocument.Parse(printed);
        var properties = answer.RootElement.GetProperty("Properties");

        Assert.Equal(
            (address, address, type),
            (properties.GetProperty("RepositoryUrl").GetString(), properties.GetProperty("PackageProjectUrl").GetString(), properties.GetProperty("RepositoryType").GetString()));
    }

    [GeneratedRegex("(^|/)(bin|obj|artifacts)/")]
    private static partial Regex BuildOutput();
}
