using System.Collections.Immutable;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>Compiles code as in a user's project: implicit usings, the generator, and every rule there is.</summary>
internal static class UserProject
{
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    public static ImmutableArray<DiagnosticAnalyzer> EveryRule { get; } =
    [
        .. typeof(PartialClassAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Compiles the code, with what is generated for it.</summary>
    public static Compilation Compile(string source, params IEnumerable<MetadataReference> references)
    {
        var parseOptions = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "UserProject",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, parseOptions, "Usings.cs"), CSharpSyntaxTree.ParseText(source, parseOptions, "Program.cs")],
            [.. TargetingPacks.References, .. references],
            new CSharpCompilationOptions(ProgramFile.OutputKindOf(source), nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new DigitalOceanOAuthGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var withGenerated, out _);
        return withGenerated;
    }

    /// <summary>What the compiler and the rules say, warnings and errors, in the code's order; of one rule also what is less than a warning.</summary>
    /// <param name="source">The code.</param>
    /// <param name="alsoOfRule">The rule.</param>
    /// <param name="scopesFile">The project's file of scopes, if it has one.</param>
    /// <param name="references">The libraries that it references.</param>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(
        string source, string? alsoOfRule = null, string? scopesFile = null, IEnumerable<MetadataReference>? references = null)
    {
        var options = new AnalyzerOptions(scopesFile is null ? [] : [new ProjectFile(ProjectFile.Scopes, scopesFile)]);
        var diagnostics = await Compile(source, references ?? []).WithAnalyzers(EveryRule, options).GetAllDiagnosticsAsync();
        return
        [
            .. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id == alsoOfRule)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }
}
