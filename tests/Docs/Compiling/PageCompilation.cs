using System.Collections.Immutable;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Api;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Generator;
using DoOAuth.Sandbox;
using DoOAuth.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Data.Sqlite;
using StackExchange.Redis;

namespace DoOAuth.Docs.Tests.Compiling;

/// <summary>Compiles a block as a user's web project does: implicit usings, the generator, and every rule there is.</summary>
internal static class PageCompilation
{
    // What a user's tests also reference.
    private static readonly ImmutableArray<MetadataReference> TestReferences =
    [
        .. TargetingPacks.References,
        MetadataReference.CreateFromFile(typeof(DigitalOceanSandbox).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(SignedInClients).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(WebApplicationFactory<>).Assembly.Location),
    ];

    // What an app on several machines also references.
    private static readonly ImmutableArray<MetadataReference> RedisReferences =
    [
        .. TargetingPacks.References,
        MetadataReference.CreateFromFile(typeof(DigitalOceanRedis).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ConfigurationOptions).Assembly.Location),
    ];

    // What an app with the typed client also references.
    private static readonly ImmutableArray<MetadataReference> ApiReferences =
    [
        .. TargetingPacks.References,
        MetadataReference.CreateFromFile(typeof(DigitalOceanApi).Assembly.Location),
    ];

    // What an app with stores of its own also references.
    private static readonly ImmutableArray<MetadataReference> SqliteReferences =
    [
        .. TargetingPacks.References,
        MetadataReference.CreateFromFile(typeof(SqliteConnection).Assembly.Location),
    ];

    // What a backend for frontend also references.
    private static readonly ImmutableArray<MetadataReference> ProxyReferences =
    [
        .. TargetingPacks.References,
        MetadataReference.CreateFromFile(typeof(DigitalOceanReverseProxy).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Yarp.ReverseProxy.Configuration.RouteConfig).Assembly.Location),
    ];

    // The SDK sets these for every project: a package may reference an earlier version of the framework.
    private static readonly Dictionary<string, ReportDiagnostic> SilentInEveryProject = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    private static readonly ImmutableArray<DiagnosticAnalyzer> EveryRule =
    [
        .. typeof(ApiUseAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The rules' ids.</summary>
    public static IReadOnlySet<string> RuleIds { get; } =
        EveryRule.SelectMany(rule => rule.SupportedDiagnostics).Select(descriptor => descriptor.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>What compiler and rules say of the block, in the code's order.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(PageBlock block)
    {
        var compilation = Compile(block, out var ofGenerator);
        var diagnostics = await compilation.WithAnalyzers(EveryRule).GetAllDiagnosticsAsync();
        return [.. ofGenerator.Concat(diagnostics).Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The block as an assembly.</summary>
    public static byte[] Emit(PageBlock block)
    {
        using var assembly = new MemoryStream();
        var emitted = Compile(block, out _).Emit(assembly);
        Assert.True(emitted.Success, $"{block}: {string.Join('\n', emitted.Diagnostics)}");
        return assembly.ToArray();
    }

    private static Compilation Compile(PageBlock block, out ImmutableArray<Diagnostic> ofGenerator)
    {
        var parseOptions = new CSharpParseOptions(LanguageVersion.CSharp14);
        var program = PageProgram.Of(block);
        var compilation = CSharpCompilation.Create(
            "Acme",
            program.Sources.Prepend(WebUsings.Text).Select(source => CSharpSyntaxTree.ParseText(source, parseOptions)),
            ReferencesOf(block.Page),
            new CSharpCompilationOptions(
                program.Runs ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: SilentInEveryProject));
        CSharpGeneratorDriver.Create([new DigitalOceanOAuthGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var withGenerated, out ofGenerator);
        return withGenerated;
    }

    private static ImmutableArray<MetadataReference> ReferencesOf(Page page) => page.Path switch
    {
        "docs/several-machines.md" or "runtime/DoOAuth.Redis/README.md" => RedisReferences,
        "docs/other-databases.md" => SqliteReferences,
        "README.md" or "docs/typed-client.md" or "runtime/DoOAuth.Api/README.md" => ApiReferences,
        "runtime/DoOAuth.Yarp/README.md" => ProxyReferences,
        _ => page.Path.StartsWith("sandbox/", StringComparison.Ordinal) ? TestReferences : TargetingPacks.References,
    };
}
