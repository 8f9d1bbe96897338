using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Pages;

namespace DoOAuth.Templates.Staging;

/// <summary>The choices of <c>--scopes</c>, and what each of them declares.</summary>
internal static class ScopeSymbols
{
    /// <summary>The parameter's name in template.json.</summary>
    public const string Parameter = "scopes";

    // Who is signed in is read with it, and a sign-in that asks for no scope at all is given `read`.
    private const string Always = "account:read";

    /// <summary>Writes the choices into template.json and their words into the localisations, where the template has the parameter.</summary>
    public static void Fill(string configuration, ScopeCatalog scopes)
    {
        var template = JsonFile.Read(Path.Combine(configuration, "template.json"));
        if (template["symbols"]?[Parameter] is not JsonObject symbol)
        {
            return;
        }

        var offered = Offered(scopes).ToList();
        symbol["choices"] = new JsonArray([.. offered.Select(scope => new JsonObject { ["choice"] = scope, ["description"] = ScopeText.InEnglish(scope) })]);
        JsonFile.Write(Path.Combine(configuration, "template.json"), template);
        foreach (var file in Directory.GetFiles(Path.Combine(configuration, "localize"), "templatestrings.*.json"))
        {
            var language = Path.GetFileName(file).Split('.')[1];
            var strings = JsonFile.Read(file);
            foreach (var scope in offered)
            {
                strings[$"symbols/{Parameter}/choices/{scope}/description"] = ScopeText.In(language, scope);
            }

            JsonFile.Write(file, strings);
        }
    }

    /// <summary>
    /// The attributes of the annotated class, each for one choice. Read scopes are requested at sign-in, all others are optional.
    /// </summary>
    public static string Declarations(ScopeCatalog scopes)
    {
        var lines = Offered(scopes).Where(scope => scope != Always)
            .OrderBy(scope => IsReading(scope) ? 0 : 1)
            .Select(scope => $"""
                #if ({Parameter} == "{scope}")
                [DigitalOceanScope({ScopeConstant.Of(scope)}{(IsReading(scope) ? "" : ", Optional = true")})]
                #endif
                """);
        return string.Join('\n', [$"[DigitalOceanScope({ScopeConstant.Of(Always)})]", .. lines]);
    }

    /// <summary>
    /// All current scopes except the broad ones. With <c>read</c> or <c>write</c>, the others would have no effect (DOO006), and there
    /// would be no guard for droplets.
    /// </summary>
    public static IEnumerable<string> Offered(ScopeCatalog scopes) =>
        scopes.Current.Select(scope => scope.Name).Where(scope => !ScopeCoverage.IsBroad(scope));

    private static bool IsReading(string scope) => ScopeName.ActionOf(scope) == "read";
}
