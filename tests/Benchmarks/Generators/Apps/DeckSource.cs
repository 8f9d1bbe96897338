using DoOAuth.Benchmarks.Analyzers;

namespace DoOAuth.Benchmarks.Generators.Apps;

/// <summary>An annotated class with hooks, and an endpoint for each of its scopes with the scope's guard.</summary>
internal static class DeckSource
{
    /// <summary>The hooks.</summary>
    public const string Hooks = """
            private static void ConfigureOptions(DigitalOceanOptions options) => options.SaveTokens = true;

            private static Task OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancel) => Task.CompletedTask;
        """;

    /// <summary>Scopes as constants.</summary>
    public static IReadOnlyList<string> Scopes { get; } = [.. SampleOperation.AllScopes.Select(SampleOperation.Constant)];

    /// <summary>The class and the endpoints.</summary>
    /// <param name="scopes">How many scopes it declares.</param>
    public static string Text(int scopes) => $$"""
        [DigitalOceanOAuth]
        {{Attributes(scopes)}}
        public static partial class Deck
        {
        {{Hooks}}
        }

        {{Endpoints([.. Scopes.Take(scopes).Select(Guard)])}}
        """;

    /// <summary>The attributes that declare so many scopes.</summary>
    public static string Attributes(int scopes) => string.Join('\n', Scopes.Take(scopes).Select(scope => $"[DigitalOceanScope({scope})]"));

    /// <summary>Endpoints with these guards.</summary>
    public static string Endpoints(IReadOnlyList<string> guards) => $$"""
        public static class Endpoints
        {
            public static void MapItems(this IEndpointRouteBuilder endpoints)
            {
        {{string.Join('\n', guards.Select((guard, number) =>
            $$"""        endpoints.MapGet("/items{{number}}/{id}", (string id, DigitalOceanClient client, CancellationToken cancel) => client.GetStringAsync("/v2/account", cancel)){{guard}};"""))}}
            }
        }
        """;

    private static string Guard(string scope) => $".{scope.Replace("Scopes.", "Require", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)}()";
}
