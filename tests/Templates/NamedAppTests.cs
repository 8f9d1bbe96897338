using System.Xml.Linq;
using DoOAuth.Templates.Tests.Engine;
using DoOAuth.Templates.Tests.Scaffolding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Templates.Tests;

/// <summary>What becomes of names that make trouble, in process.</summary>
public sealed class NamedAppTests(InProcessEngine engine) : IClassFixture<InProcessEngine>
{
    public static TheoryData<string> Names => [.. HostileNames.All];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Code_and_project_files_are_valid_and_agree(string name)
    {
        var app = await engine.CreateAsync("do-oauth", name, new Dictionary<string, string?> { ["docker"] = "chiselled", ["store"] = "redis", ["openapi"] = "true" });

        Assert.Contains($"{name}.csproj", app.Files.Keys);
        Assert.Contains($"{name}.http", app.Files.Keys);
        var tests = XDocument.Parse(app.Files[$"tests/{name}.Tests/{name}.Tests.csproj"]);
        Assert.Equal($"../../{name}.csproj", tests.Descendants("ProjectReference").Single().Attribute("Include")?.Value);
        Assert.Contains($"COPY [\"{name}.csproj\", \"global.json\", \"./\"]", app.Files["Dockerfile"], StringComparison.Ordinal);
        Assert.Contains($"dotnet test \"tests/{name}.Tests\"", app.Files["README.md"], StringComparison.Ordinal);
        var trees = app.Named(".cs").Select(source => CSharpSyntaxTree.ParseText(source)).ToList();
        Assert.DoesNotContain(trees.SelectMany(tree => tree.GetDiagnostics()), problem => problem.Severity >= DiagnosticSeverity.Warning);
        var spaces = trees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()).Select(space => space.Name.ToString()).Distinct(StringComparer.Ordinal).ToList();
        var root = spaces.MinBy(space => space.Length)!;
        Assert.All(spaces, space => Assert.StartsWith(root, space, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2fast.Api", "_2fast.Api")]
    [InlineData("A & B", "A___B")]
    [InlineData("class", "_class")]
    [InlineData("Program", "_Program")]
    [InlineData("Acme.Program", "Acme.Program")]
    [InlineData("Acme.Reef", "Acme.Reef")]
    [InlineData("珊瑚礁.App", "珊瑚礁.App")]
    public async Task The_namespace_is_the_name_as_C_sharp_takes_it(string name, string expected)
    {
        var app = await engine.CreateAsync("do-oauth", name, new Dictionary<string, string?>());

        Assert.Contains($"namespace {expected};", app.Files["DropletDeck.cs"], StringComparison.Ordinal);
        Assert.Equal(name == expected ? null : expected, XDocument.Parse(app.Files[$"{name}.csproj"]).Descendants("RootNamespace").SingleOrDefault()?.Value);
    }
}
