namespace DoOAuth.Api.Tests.PublicApi;

/// <summary>Apps import this package and DoOAuth in the same file.</summary>
public sealed class OtherPackagesTests
{
    [Fact]
    public void No_type_has_the_name_of_a_type_of_DoOAuth()
    {
        var others = Directory.EnumerateFiles(Path.Combine(ApiTypes.Root, "runtime"), "PublicAPI.*.txt", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Where(line => line.StartsWith("DoOAuth.", StringComparison.Ordinal))
            .Select(line => line.Split(' ', '(')[0].Split('.')[1]).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("DigitalOceanOptions", others);
        Assert.Equal([], typeof(DigitalOceanApi).Assembly.GetExportedTypes().Select(type => type.Name).Where(others.Contains));
    }
}
