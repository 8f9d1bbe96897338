using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>The Dockerfile of an app, as far as it can be followed without a container.</summary>
public sealed class ContainerTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    [LongFact]
    public async Task Its_lines_publish_what_the_image_starts()
    {
        var app = await hive.NewAppAsync("A & B", "--docker", "alpine", "--store", "redis");
        var stage = new BuildStage(app, Path.Combine(hive.Apps, "container"));

        var printed = await stage.RunAsync();

        Assert.DoesNotContain("warning", printed, StringComparison.Ordinal);
        Assert.Equal(["dotnet", "A & B.dll"], stage.EntryPoint);
        Assert.True(File.Exists(Path.Combine(stage.Published, stage.EntryPoint[1])));
        Assert.True(File.Exists(Path.Combine(stage.Published, "wwwroot", "app.css")));
        Assert.False(Directory.Exists(Path.Combine(stage.Source, "tests")));
        Assert.DoesNotContain(Directory.GetFiles(stage.Published), file => file.Contains("Tests", StringComparison.Ordinal));
    }
}
