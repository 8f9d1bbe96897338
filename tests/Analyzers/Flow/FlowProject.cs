using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>A user's program with one annotated class, into which a test puts its endpoints. Every report is marked, or there is none.</summary>
internal static class FlowProject
{
    /// <summary>The calls that most tests make: <c>Read</c> needs <c>droplet:read</c>, <c>Keys</c> needs <c>ssh_key:read</c>.</summary>
    public const string Calls = """
        static class Api
        {
            public static Task<string> ReadAsync(this DoOAuth.DigitalOceanClient client) => client.GetStringAsync("/v2/droplets");
            public static Task<string> KeysAsync(this DoOAuth.DigitalOceanClient client) => client.GetStringAsync("/v2/account/keys");
        }
        """;

    private const string Deck = """
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.SshKey.Read)]
        public static partial class DropletDeck
        {
            // Both are needed somewhere, so that nothing is said of them.
            public static bool Uses(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read) && user.HasScope(Scopes.SshKey.Read);
        }
        """;

    private const string Usings = """
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using DoOAuth;
        global using Microsoft.AspNetCore.Authorization;
        """;

    /// <summary>Asserts that the marked places of the program are reported, and nothing else.</summary>
    /// <param name="statements">What the program does between making the app and running it.</param>
    /// <param name="declarations">Types beside it.</param>
    /// <param name="files">More files.</param>
    public static Task ReportsAsync(string statements, string declarations = "", params string[] files) =>
        Rule<ApiUseAnalyzer>.ReportsInProjectAsync([Program(statements, declarations), Deck, Calls, Usings, .. files]);

    /// <summary>Asserts that the place marked <c>{|#0:…|}</c> is reported in these words.</summary>
    public static Task SaysAsync(string message, string statements, string declarations = "") => Rule<ApiUseAnalyzer>.SaysInProjectAsync(
        message,
        // One file, so that the names of files in a message are its own.
        string.Join('\n', Usings.Replace("global ", "", StringComparison.Ordinal), Program(statements, declarations), Calls, Deck.Replace("using DoOAuth;", "", StringComparison.Ordinal)),
        "DOO103");

    private static string Program(string statements, string declarations) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.AddDropletDeck();
        var app = builder.Build();
        app.MapDropletDeck();
        {{statements}}
        app.Run();

        {{declarations}}
        """;
}
