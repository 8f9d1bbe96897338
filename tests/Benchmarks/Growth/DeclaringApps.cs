using System.Globalization;
using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Generators.Apps;

namespace DoOAuth.Benchmarks.Growth;

/// <summary>The app of <c>generator</c>, with more and more declared in it.</summary>
internal static class DeclaringApps
{
    // As many as an app of some size declares.
    private const int ScopesOfEach = 10;

    /// <summary>With one class that declares so many scopes, and an endpoint for each.</summary>
    public static GeneratorApp WithScopes(int count) => App(count, "scopes", DeckSource.Text(count));

    /// <summary>With so many classes that declare ten scopes each.</summary>
    public static GeneratorApp WithClasses(int count) => App(count, "classes", string.Join("\n\n", Enumerable.Range(0, count).Select(Class)));

    private static GeneratorApp App(int count, string what, string types) => new(
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}"), KnownGenerators.Own, TypingPlaces.In("using DoOAuth;\n", types, "Place"));

    private static string Class(int number) => $$"""
        [DigitalOceanOAuth(
            GuardPrefix = "Deck{{number}}", ConfigurationSection = "Deck{{number}}",
            LoginPath = "/deck{{number}}/login", CallbackPath = "/deck{{number}}/callback", LogoutPath = "/deck{{number}}/logout",
            DisconnectPath = "/deck{{number}}/disconnect", UserPath = "/deck{{number}}/me")]
        {{DeckSource.Attributes(ScopesOfEach)}}
        public static partial class Deck{{number}};
        """;
}
