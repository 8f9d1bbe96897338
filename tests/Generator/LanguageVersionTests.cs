using DoOAuth.Generator.Tests.Harness;
using DoOAuth.Generator.Tests.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Generator.Tests;

public sealed class LanguageVersionTests
{
    /// <summary>Everything that a test project could be compiled in, from the oldest language that there is code for.</summary>
    public static TheoryData<LanguageVersion> Versions =>
        new(Enum.GetValues<LanguageVersion>().Where(version => version >= LanguageVersion.CSharp12));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Emitted_code_compiles_in_every_language_from_12_on(LanguageVersion version)
    {
        foreach (var shape in new[] { PlainShapes.OpenApi, PartShapes.Hooks, PartShapes.SeveralClasses, OddShapes.OddCharacters })
        {
            Assert.Empty(new Session(shape with { Language = version }).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info));
        }
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void Emitted_code_compiles_whatever_the_project_thinks_of_null(NullableContextOptions nullable)
    {
        foreach (var shape in new[] { PlainShapes.OpenApi, PlainShapes.NullableOff, PartShapes.SeveralClasses })
        {
            Assert.Empty(new Session(shape with { Nullable = nullable }).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info));
        }
    }
}
