using DoOAuth.Catalog.Symbols;

namespace DoOAuth.Generator.Model;

/// <summary>An annotated class as its source says it, right or wrong.</summary>
/// <param name="Namespace">The namespace as it is written in code, keywords escaped; empty for the global one.</param>
/// <param name="ContainingTypes">The types that the class is nested in, outermost first.</param>
/// <param name="Type">The class itself.</param>
/// <param name="Reach">From where the class can be named.</param>
/// <param name="Attribute">What the attribute says.</param>
/// <param name="Scopes">The declared scopes in the source's order.</param>
/// <param name="Hooks">The hooks that the class has.</param>
/// <param name="MemberNames">Names that its own and inherited members take, but for nested classes that are partial.</param>
/// <param name="NestedParts">Its nested partial classes.</param>
/// <param name="SiblingNames">Names that the extension class could get and that its namespace has already.</param>
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
    EquatableArray<string> SiblingNames)
{
    /// <summary>The class's name with its namespace and the types around it, without escapes: it orders declarations and names files.</summary>
    public string FullName => string.Join(
        ".",
        new[] { Namespace.Replace("@", "") }
            .Where(name => name.Length > 0)
            .Concat(ContainingTypes.Select(type => type.FileName))
            .Append(Type.FileName));
}
