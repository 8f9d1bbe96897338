using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Benchmarks.Generators.Apps;

/// <summary>An app for each generator: its annotated file is written as the generator's documentation shows it, and all are of like size.</summary>
internal static class KnownApps
{
    /// <summary>Name of ours.</summary>
    public const string Own = "DoOAuth";

    /// <summary>Name of the floor.</summary>
    public const string Floor = "one constant";

    /// <summary>Name of ASP.NET Core's.</summary>
    public const string RequestDelegate = "RequestDelegateGenerator";

    /// <summary>What each of them is, for a reader of the tables.</summary>
    public const string Description = """
        Each app has the same 99 files of 20 methods, and one annotated file for its generator, written as the generator's documentation shows it, with 20 of the
        items that it reads. DoOAuth: a class with 20 scopes and two hooks, and 20 endpoints with their guards. One constant: a generator that emits one constant with `ForAttributeWithMetadataName`,
        for the same class with the same scopes and hooks, which is the minimum for an attribute-driven generator; and for that class without scopes, because binding 20 attributes
        also takes time. RequestDelegateGenerator and System.Text.Json, both from the SDK: 20 minimal endpoints; a context of 20 types of five properties. Mapperly 4.3.1: a mapper of
        20 pairs of such types. Refit 16.4.0: an interface of 20 methods.
        """;

    /// <summary>All of them: ours, the floor, then the others.</summary>
    public static IReadOnlyList<GeneratorApp> All { get; } =
    [
        new(Own, KnownGenerators.Own, File(DeckSource.Text(GeneratorApp.Items))),
        new(Floor, KnownGenerators.Constant, Marked(DeckSource.Attributes(GeneratorApp.Items))),
        new("one constant, a class without scopes", KnownGenerators.Constant, Marked("")),
        new(RequestDelegate, KnownGenerators.RequestDelegate, File($$"""
            public sealed record Item(int Id, string Name, decimal Price, DateTimeOffset At, IReadOnlyList<string> Tags);

            public static class Endpoints
            {
                public static void MapItems(this IEndpointRouteBuilder endpoints)
                {
            {{Lines(number => $$"""        endpoints.Map{{(number % 2 == 0 ? "Get" : "Post")}}("/items{{number}}/{id}", {{EndpointHandler(number)}});""")}}
                }
            }
            """)),
        new("System.Text.Json", KnownGenerators.Json, File($$"""
            {{Lines(number => $"public sealed record Product{number}(int Id, string Name, decimal Price, DateTimeOffset At, IReadOnlyList<string> Tags);")}}

            {{Lines(number => $"[JsonSerializable(typeof(Product{number}))]")}}
            public sealed partial class AppJson : JsonSerializerContext;
            """, "using System.Text.Json.Serialization;\n")),
        new("Mapperly", KnownGenerators.Mapperly, File($$"""
            {{Lines(number => $"public sealed record Product{number}(int Id, string Name, decimal Price, DateTimeOffset At, IReadOnlyList<string> Tags);")}}

            {{Lines(number => $"public sealed record ProductDto{number}(int Id, string Name, decimal Price, DateTimeOffset At, string[] Tags);")}}

            [Mapper]
            public static partial class ProductMapper
            {
            {{Lines(number => $"    public static partial ProductDto{number} ToDto(Product{number} product);")}}
            }
            """, "using Riok.Mapperly.Abstractions;\n"))
            { Packages = [Path.Combine(TestBuild.Value("Riok.Mapperly"), "lib", "netstandard2.0", "Riok.Mapperly.Abstractions.dll")] },
        new("Refit", KnownGenerators.Refit, File($$"""
            public sealed record Item(int Id, string Name, decimal Price, DateTimeOffset At, IReadOnlyList<string> Tags);

            public interface IItems
            {
            {{Lines(number => number % 2 == 0
                ? $$"""    [Get("/items{{number}}/{id}")] Task<Item> GetItem{{number}}Async(string id, [AliasAs("page")] int page, CancellationToken cancel);"""
                : $$"""    [Post("/items{{number}}/{id}")] Task<Item> PostItem{{number}}Async(string id, [Body] Item item, CancellationToken cancel);""")}}
            }
            """, "using Refit;\n"))
            { Packages = [Path.Combine(TestBuild.Value("Refit"), "lib", "net10.0", "Refit.dll")] },
    ];

    private static string Marked(string scopes) => File($$"""
        [AttributeUsage(AttributeTargets.Class)]
        public sealed class MarkerAttribute : Attribute;

        [Marker]
        {{scopes}}
        public static partial class Deck
        {
        {{DeckSource.Hooks}}
        }

        {{DeckSource.Endpoints([.. Enumerable.Repeat("", GeneratorApp.Items)])}}
        """);

    private static string EndpointHandler(int number) => number % 2 == 0
        ? "(string id, int page, HttpClient http, CancellationToken cancel) => http.GetStringAsync(id + page, cancel)"
        : "(string id, Item item, HttpClient http, CancellationToken cancel) => http.GetStringAsync(id + item.Name, cancel)";

    private static string File(string types, string usings = "using DoOAuth;\n") => TypingPlaces.In(usings, types, "Place");

    private static string Lines(Func<int, string> line) => string.Join('\n', Enumerable.Range(0, GeneratorApp.Items).Select(line));
}
