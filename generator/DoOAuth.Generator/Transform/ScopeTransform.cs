using DoOAuth.Catalog;
using DoOAuth.Catalog.Names;
using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Transform;

/// <summary>Converts declared scopes to guards.</summary>
internal static class ScopeTransform
{
    /// <summary>
    /// The scopes in the order of their declarations, without duplicates. A scope that is declared both as optional and as required is required.
    /// A scope that DigitalOcean does not know gets a guard too, so that a typo causes one error instead of many.
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
        return isOptional ? $"{meaning} (requested only when it is needed)" : meaning;
    }
}
