using DoOAuth.Catalog;
using DoOAuth.Catalog.Names;
using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Transform;

/// <summary>Turns declared scopes into guards.</summary>
internal static class ScopeTransform
{
    /// <summary>
    /// The scopes in the order in which they are declared, each once: one that is declared both ways is not optional.
    /// A scope that DigitalOcean does not know has its guard too, so that a slip of the pen is one error and not many.
    /// </summary>
    public static IEnumerable<ScopeModel> ToModels(ApplicationDeclaration declaration, NameClaims claims) => declaration.Scopes
        .GroupBy(scope => scope.Name, StringComparer.Ordinal)
        .Select(group => ToModel(group.Key, group.All(scope => scope.IsOptional), declaration.Attribute.GuardPrefix ?? "", claims));

    private static ScopeModel ToModel(string scope, bool isOptional, string prefix, NameClaims claims)
    {
        var required = RequiredScopeLines.Of(scope);
        return new ScopeModel(
            CSharpText.Literal(scope),
            CSharpText.Documentation(scope),
            isOptional,
            ScopeName.ToPascalCase(scope).Length == 0 ? null : claims.Method(EmittedNames.Guard(prefix, scope)),
            string.Join(", ", required.Select(one => $"<c>{CSharpText.Documentation(one)}</c>")),
            CSharpText.Literal(Description(scope, isOptional)));
    }

    private static string Description(string scope, bool isOptional)
    {
        var meaning = scope switch
        {
            "read" or "api:read" => "Read everything",
            "write" or "api:write" => "Read and change everything",
            _ when ScopeName.ResourceOf(scope) is { } resource =>
                $"{Identifier.Capitalize(ScopeName.ToWords(resource))}: {ScopeName.ToWords(ScopeName.ActionOf(scope))}",
            _ => Identifier.Capitalize(ScopeName.ToWords(scope)),
        };
        return isOptional ? $"{meaning} (asked for only when it is needed)" : meaning;
    }
}
