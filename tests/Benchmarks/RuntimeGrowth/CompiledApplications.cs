using System.Globalization;
using System.Runtime.Loader;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Generator;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Benchmarks.RuntimeGrowth;

/// <summary>Annotated classes, compiled with what is generated for them.</summary>
internal sealed class CompiledApplications
{
    private CompiledApplications(Type type)
    {
        Add = type.GetMethod(nameof(Add))!.CreateDelegate<Action<WebApplicationBuilder>>();
        Map = type.GetMethod(nameof(Map))!.CreateDelegate<Action<WebApplication>>();
    }

    /// <summary>Adds them all to an app.</summary>
    public Action<WebApplicationBuilder> Add { get; }

    /// <summary>Maps them all, and a guarded endpoint each: <c>/page0</c> and so on.</summary>
    public Action<WebApplication> Map { get; }

    /// <summary>Writes and compiles so many.</summary>
    /// <exception cref="InvalidOperationException">They do not compile.</exception>
    public static CompiledApplications Compile(int count)
    {
        var parseOptions = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            string.Create(CultureInfo.InvariantCulture, $"Applications{count}"),
            [CSharpSyntaxTree.ParseText(Source(count), parseOptions)],
            TargetingPacks.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new DigitalOceanOAuthGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var withGenerated, out _);
        using var assembly = new MemoryStream();
        var emitted = withGenerated.Emit(assembly);
        if (!emitted.Success)
        {
            throw new InvalidOperationException($"The applications do not compile:\n{string.Join('\n', emitted.Diagnostics.Take(10))}");
        }

        assembly.Position = 0;
        return new CompiledApplications(AssemblyLoadContext.Default.LoadFromStream(assembly).GetType("Growing.Applications", throwOnError: true)!);
    }

    private static string Source(int count)
    {
        var numbers = Enumerable.Range(0, count).ToList();
        return $$"""
            using System.Threading.Tasks;
            using DoOAuth;
            using Microsoft.AspNetCore.Builder;

            namespace Growing;

            public static class Applications
            {
                public static void Add(WebApplicationBuilder builder)
                {
                    {{string.Join("\n        ", numbers.Select(number => $"builder.AddDeck{number}();"))}}
                }

                public static void Map(WebApplication app)
                {
                    {{string.Join("\n        ", numbers.Select(number => $"app.MapDeck{number}(); app.MapGet(\"/page{number}\", static context => Task.CompletedTask).RequireDeck{number}DropletRead();"))}}
                }
            }

            {{string.Join("\n\n", numbers.Select(Class))}}
            """;
    }

    private static string Class(int number) => $$"""
        [DigitalOceanOAuth(
            GuardPrefix = "Deck{{number}}", LoginPath = "/{{number}}/login", CallbackPath = "/{{number}}/callback",
            LogoutPath = "/{{number}}/logout", DisconnectPath = "/{{number}}/disconnect", UserPath = "/{{number}}/me")]
        [DigitalOceanScope(Scopes.Account.Read)]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        public static partial class Deck{{number}};
        """;
}
