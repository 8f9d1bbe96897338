using System.Runtime.Loader;
using DoOAuth.Generator.Tests.Harness;
using DoOAuth.TemplateCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scriban;
using Scriban.Runtime;

namespace DoOAuth.Generator.Tests.Templates;

/// <summary>Renders a template as its compiled C# and as Scriban itself does.</summary>
internal static class SampleTemplate
{
    /// <summary>The file that the templates claim to be.</summary>
    public const string Path = "/src/Sample.scriban";

    private const string Values = """
        #nullable enable
        namespace Samples;

        partial class SampleTemplate
        {
            private static Person Person => new("Sammy", true);

            private static System.Collections.Generic.List<Person> People => [new("Ann", true), new("Bob", false), new("Cid", true)];

            private static System.Collections.Generic.List<Person> Crowd => [];

            private static string Empty => "";

            private static string? Nobody => null;
        }

        internal sealed record Person(string Name, bool IsTall);
        """;

    private static readonly Person[] People = [new("Ann", true), new("Bob", false), new("Cid", true)];

    /// <summary>What is wrong with the template, as the compiler of templates or that of C# says it.</summary>
    public static IReadOnlyList<(FileLinePositionSpan Place, string Message)> FaultsOf(string text)
    {
        var compiled = CompiledTemplate.Of(text, Path, "Samples", "SampleTemplate");
        return compiled.Source is { } source
            ? [.. Compile(source).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => (diagnostic.Location.GetMappedLineSpan(), diagnostic.GetMessage()))]
            : [.. compiled.Faults.Select(fault => (new FileLinePositionSpan(Path, fault.Place), fault.Message))];
    }

    /// <summary>What the compiled template renders.</summary>
    public static string Render(string text)
    {
        using var assembly = new MemoryStream();
        var result = Compile(CompiledTemplate.Of(text, Path, "Samples", "SampleTemplate").Source!).Emit(assembly);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        assembly.Position = 0;
        var type = new AssemblyLoadContext("Sample", isCollectible: true).LoadFromStream(assembly).GetType("Samples.SampleTemplate", throwOnError: true)!;
        return (string)type.GetMethod("Render")!.Invoke(Activator.CreateInstance(type), [])!;
    }

    /// <summary>What Scriban renders.</summary>
    public static string Interpret(string text)
    {
        var context = new TemplateContext { MemberRenamer = member => member.Name };
        context.PushGlobal(new ScriptObject
        {
            ["Person"] = new Person("Sammy", true),
            ["People"] = People,
            ["Crowd"] = Array.Empty<Person>(),
            ["Empty"] = "",
            ["Nobody"] = null,
        });
        return Template.Parse(text).Render(context).TrimEnd('\n');
    }

    private static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Sample",
        [.. new[] { source, Values }.Select(text => CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14)))],
        References.Web,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private sealed record Person(string Name, bool IsTall);
}
