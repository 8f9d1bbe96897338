using DoOAuth.Catalog.Symbols;

namespace DoOAuth.Generator.Model;

/// <summary>An annotated class as its source says it, right or wrong.</summary>
/// <param name="Namespace">The namespace as written in code, with escaped keywords; empty for the global one.</param>
/// <param name="ContainingTypes">The types that the class is nested in, outermost first.</param>
/// <param name="Type">The class itself.</param>
/// <param name="Reach">Where the class can be named.</param>
/// <param name="Attribute">The attribute's values.</param>
/// <param name="Scopes">The declared scopes in the order of the source.</param>
/// <param name="Hooks">The hooks that the class has.</param>
/// <param name="MemberNames">The names of its own and inherited members, except for nested partial classes.</param>
/// <param name="NestedParts">Its nested partial classes.</param>
/// <param name="SiblingNames">Possible names of the extension class that its namespace already contains.</param>
/// <param name="HasOpenApi">Whether the project references an OpenAPI library that the emitted code can use.</param>
internal sealed record ApplicationDeclaration(
    string Namespace,
    EquatableArray<TypeDeclaration> ContainingTypes,
    TypeDeclaration Type,
    Reach Reach,
    ApplicationAttributeValues Attribute,
    EquatableArray<ScopeAttributeValues> Scopes,
    Hooks Hooks,
    EquatableArray<string> MemberNames,
    EquatableArray<NestedPart> NestedParts,
    EquatableArray<string> SiblingNames,
    bool HasOpenApi)
{
    /// <summary>The class's name with its namespace and containing types, without escapes. It determines the order of declarations and the names of files.</summary>
    public string FullName => string.Join(
        ".",
        new[] { Namespace.Replace("@", "") }
            .Where(name => name.Length > 0)
            .Concat(ContainingTypes.Select(type => type.FileName))
            .Append(Type.FileName));
}
