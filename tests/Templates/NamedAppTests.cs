using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DoOAuth.Templates.Tests.Engine;
using DoOAuth.Templates.Tests.Scaffolding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Templates.Tests;

/// <summary>What the template makes of names that cause trouble, in process.</summary>
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

    // The class names the session's cookie and the scheme: two apps on one host have one session each only where it differs.
    [Theory]
    [InlineData("Reef", "ReefDeck")]
    [InlineData("reef", "ReefDeck")]
    [InlineData("Acme.Reef", "AcmeReefDeck")]
    [InlineData("my-api", "MyApiDeck")]
    [InlineData("my.app", "MyAppDeck")]
    [InlineData("My Api", "MyApiDeck")]
    [InlineData("my_api_2", "MyApi2Deck")]
    [InlineData("1st-app", "_1StAppDeck")]
    [InlineData("2fast.Api", "_2FastApiDeck")]
    [InlineData("Acme.2024Edition", "Acme2024EditionDeck")]
    [InlineData("A & B", "ABDeck")]
    [InlineData("class", "ClassDeck")]
    [InlineData("Program", "ProgramDeck")]
    [InlineData("DropletDeck", "DropletDeckDeck")]
    [InlineData("XMLFeed", "XMLFeedDeck")]
    [InlineData("iPhone", "IPhoneDeck")]
    [InlineData("珊瑚礁.App", "珊瑚礁AppDeck")]
    [InlineData("Küstenwächter", "KüstenwächterDeck")]
    [InlineData("--", "Deck")]
    public async Task The_class_and_all_that_is_made_of_it_are_named_after_the_project(string name, string expected)
    {
        var app = await engine.CreateAsync("do-oauth", name, new Dictionary<string, string?>());

        Assert.Contains($"public static partial class {expected};", app.Files[$"{expected}.cs"], StringComparison.Ordinal);
        Assert.True(SyntaxFacts.IsValidIdentifier(expected));
        Assert.Contains($"builder.Add{expected}();", app.Files["Program.cs"], StringComparison.Ordinal);
        Assert.Contains($"app.Map{expected}();", app.Files["Program.cs"], StringComparison.Ordinal);
        Assert.Contains($"copy the cookie .DoOAuth.{expected} from", app.Files[$"{name}.http"], StringComparison.Ordinal);
        Assert.Equal(expected.Any(letter => !char.IsAscii(letter)), app.Files[$"{name}.http"].Contains("non-ASCII", StringComparison.Ordinal));
        Assert.Contains($"| `{expected}.cs` |", app.Files["README.md"], StringComparison.Ordinal);
        Assert.DoesNotContain(app.Files, file => $"{file.Key}\n{file.Value}".Contains("DropletDeck", StringComparison.Ordinal) && name != "DropletDeck");

        // One of that name would hide the class from code outside of it.
        Assert.DoesNotContain(expected, Namespace(app.Files[$"{expected}.cs"]).Split('.'));
    }

    // A namespace hides a type of its name from what a using brings in: `Droplet` would be no type in the code of an app Droplet.
    [Fact]
    public async Task No_name_of_an_app_hides_a_type_that_its_code_uses()
    {
        Dictionary<string, string?>[] apps = [new() { ["store"] = "redis", ["openapi"] = "true", ["aot"] = "true" }, new() { ["scopes"] = "account:read", ["deploy"] = "app-platform" }];
        var used = new SortedSet<string>(StringComparer.Ordinal) { "Program" };
        foreach (var options in apps)
        {
            used.UnionWith((await engine.CreateAsync("do-oauth", "Reef", options)).Named(".cs").SelectMany(TypesUsed));
        }

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "AppJson", "DigitalOceanClient", "Droplet", "HtmlPage", "Scopes", "Task" }, used);

        // Not made under each of these names: the engine has a few hundred ports to give in a process.
        using var template = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(engine.Content, "do-oauth", ".template.config", "template.json")));
        var escaped = new Regex(template.RootElement.GetProperty("forms").GetProperty("escapeUsedTypes").GetProperty("pattern").GetString()!, RegexOptions.CultureInvariant);
        var hiding = used.SelectMany(name => (string[])[name, $"{name}.Api", $"Acme.{name}"]).Where(app => !escaped.IsMatch(app)).ToList();
        Assert.True(hiding.Count == 0, $"escapeUsedTypes in template.json lacks {string.Join('|', hiding)}");
    }

    [Theory]
    [InlineData("2fast.Api", "_2fast.Api")]
    [InlineData("A & B", "A___B")]
    [InlineData("class", "_class")]
    [InlineData("Program", "_Program")]
    [InlineData("Program.Api", "_Program.Api")]
    [InlineData("Acme.Program", "Acme._Program")]
    [InlineData("Droplet", "_Droplet")]
    [InlineData("Droplets", "Droplets")]
    [InlineData("Acme.Droplet", "Acme._Droplet")]
    [InlineData("1st-app", "_1st_app")]
    [InlineData("ReefDeck", "ReefDeck")]
    [InlineData("Acme.Reef", "Acme.Reef")]
    [InlineData("珊瑚礁.App", "珊瑚礁.App")]
    [InlineData("A..B", "A.B")]
    [InlineData("A...B.", "A.B")]
    [InlineData("dooauth", "dooauth.App")]
    [InlineData("DoOAuth.Redis", "DoOAuth.Redis.App")]
    [InlineData("DoOAuth.Reef", "DoOAuth.Reef")]
    public async Task The_namespace_is_the_name_as_C_sharp_takes_it(string name, string expected)
    {
        var app = await engine.CreateAsync("do-oauth", name, new Dictionary<string, string?>());

        Assert.Equal(expected, Namespace(app.Files.Single(file => file.Key.EndsWith("Deck.cs", StringComparison.Ordinal)).Value));
        Assert.Equal(name == expected ? null : expected, XDocument.Parse(app.Files[$"{name}.csproj"]).Descendants("RootNamespace").SingleOrDefault()?.Value);
    }

    [Theory]
    [InlineData("dooauth", "dooauth.App")]
    [InlineData("DoOAuth", "DoOAuth.App")]
    [InlineData("DoOAuth.Sandbox.Tool", "DoOAuth.Sandbox.Tool.App")]
    [InlineData("DoOAuth.Reef", null)]
    [InlineData("dooauths", null)]
    public async Task An_assembly_never_has_the_name_of_a_package(string name, string? expected)
    {
        var app = await engine.CreateAsync("do-oauth", name, new Dictionary<string, string?> { ["docker"] = "alpine" });

        Assert.Equal(expected, XDocument.Parse(app.Files[$"{name}.csproj"]).Descendants("AssemblyName").SingleOrDefault()?.Value);
        Assert.Contains($"ENTRYPOINT [\"dotnet\", \"{expected ?? name}.dll\"]", app.Files["Dockerfile"], StringComparison.Ordinal);
    }

    private static string Namespace(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().First().Name.ToString();

    // By their simple names: a name after a dot is looked up in what is before the dot.
    private static IEnumerable<string> TypesUsed(string source)
    {
        var nodes = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax).ToList();
        var own = nodes.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText)
            .Concat(nodes.OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables).Select(field => field.Identifier.ValueText)).ToHashSet(StringComparer.Ordinal);
        return nodes.OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not BaseNamespaceDeclarationSyntax and not QualifiedNameSyntax)
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Where(name => name.Parent is not (MemberBindingExpressionSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } or NameColonSyntax or NameEqualsSyntax))
            .Select(name => name.Identifier.ValueText)
            .Where(name => char.IsUpper(name[0]) && !own.Contains(name) && name is not ("ReefDeck" or "T"));
    }
}
