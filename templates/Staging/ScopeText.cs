using DoOAuth.Catalog;
using DoOAuth.Sandbox.Pages;

namespace DoOAuth.Templates.Staging;

/// <summary>A scope in words, in the languages of the templates. What DigitalOcean calls its products stays as it is.</summary>
internal static class ScopeText
{
    private static readonly Dictionary<string, Dictionary<string, string>> Verbs = new(StringComparer.Ordinal)
    {
        ["de"] = new(StringComparer.Ordinal)
        {
            ["read"] = "Ansehen",
            ["create"] = "Anlegen",
            ["update"] = "Ändern",
            ["delete"] = "Löschen",
            ["admin"] = "Verwalten",
            ["view_credentials"] = "Zugangsdaten ansehen",
            ["create_credentials"] = "Zugangsdaten anlegen",
            ["access_console"] = "Konsole öffnen",
            ["access_cluster"] = "Zugang erhalten",
            ["assign_resource"] = "Ressourcen zuordnen",
            ["read_teams"] = "Teams ansehen",
        },
        ["es"] = new(StringComparer.Ordinal)
        {
            ["read"] = "Ver",
            ["create"] = "Crear",
            ["update"] = "Modificar",
            ["delete"] = "Eliminar",
            ["admin"] = "Administrar",
            ["view_credentials"] = "Ver credenciales",
            ["create_credentials"] = "Crear credenciales",
            ["access_console"] = "Abrir la consola",
            ["access_cluster"] = "Obtener acceso",
            ["assign_resource"] = "Asignar recursos",
            ["read_teams"] = "Ver equipos",
        },
    };

    public static string InEnglish(string scope) => ScopeWords.Describe([scope])[0].Items[0].Text;

    /// <summary>In the language, or in English where there are no words for the action yet.</summary>
    public static string In(string language, string scope)
    {
        var group = ScopeWords.Describe([scope])[0];
        return Verbs.TryGetValue(language, out var verbs) && verbs.TryGetValue(ScopeName.ActionOf(scope), out var verb)
            ? $"{verb}: {group.Resource}"
            : group.Items[0].Text;
    }
}
