using System.Collections.Immutable;
using DoOAuth.Generator.Tests.Harness;
using DoOAuth.Generator.Tests.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Generator.Tests.OpenApi;

/// <summary>A major version that nothing was written for may have another API: the project has to compile all the same.</summary>
public sealed class OtherVersionTests
{
    [Theory]
    [InlineData("9.0.0.0", "1.6.0.0")]
    [InlineData("10.0.0.0", "1.6.0.0")]
    [InlineData("10.0.0.0", "3.1.0.0")]
    [InlineData("11.0.0.0", "2.0.0.0")]
    public void Another_major_version_is_left_alone(string aspNetCore, string openApi)
    {
        var session = new Session(PlainShapes.StaticClass with
        {
            MoreReferences =
            [
                Library("Microsoft.AspNetCore.OpenApi", aspNetCore, "public class OpenApiOptions;"),
                Library("Microsoft.OpenApi", openApi, "public class OpenApiSecuritySchemeReference;"),
            ],
        });

        Assert.Equal(["Acme.DropletDeck.Extensions.g.cs", "Acme.DropletDeck.g.cs"], session.Emitted.Keys);
        Assert.Empty(session.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info));
    }

    [Fact]
    public void The_version_that_it_is_written_for_is_described() =>
        Assert.Contains("Acme.DropletDeck.OpenApi.g.cs", new Session(PlainShapes.OpenApi).Emitted.Keys);

    private static PortableExecutableReference Library(string name, string version, string type)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] namespace {name} {{ {type} }}")],
            References.Web,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(ImmutableArray.Create(image.ToArray()));
    }
}
