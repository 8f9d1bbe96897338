namespace DoOAuth.Generator.Model;

/// <summary>All values that the templates need for one annotated class: names that are not used yet, and values as written in C#.</summary>
/// <param name="HintName">The start of the emitted files' names.</param>
/// <param name="Namespace">The namespace in code; empty for the global one.</param>
/// <param name="ContainingTypes">The types around the class, outermost first.</param>
/// <param name="Type">The class's own line.</param>
/// <param name="Name">The class's name as written in a doc comment.</param>
/// <param name="FullName">The class's name as written in code anywhere.</param>
/// <param name="Access">The accessibility of the extension class.</param>
/// <param name="HasPart">Whether a part of the class can be emitted.</param>
/// <param name="IsReachable">Whether extension methods can name the class.</param>
/// <param name="Extensions">The name of the extension class.</param>
/// <param name="AddMethod">The name of <c>Add…</c>; null if another class has it.</param>
/// <param name="MapMethod">The name of <c>Map…</c>; null if another class has it.</param>
/// <param name="Constants">The class's constants, by name.</param>
/// <param name="ConfigurationSection">The section as written in C#.</param>
/// <param name="ConfigurationSectionText">The section as written in a doc comment.</param>
/// <param name="Links">The nested class of links.</param>
/// <param name="Client">The nested client.</param>
/// <param name="Descriptor">The name of the property that describes the application to the runtime.</param>
/// <param name="Registration">The name of the nested class that contains the description.</param>
/// <param name="ScopeUses">The name of the property that says why each scope is declared.</param>
/// <param name="ScopeUseTable">The name of the nested class that contains its values.</param>
/// <param name="Scopes">The declared scopes without duplicates.</param>
/// <param name="Hooks">The hooks to call.</param>
/// <param name="OpenApi">Names for the OpenAPI document; null if nothing is emitted for it.</param>
internal sealed record ApplicationModel(
    string HintName,
    string Namespace,
    EquatableArray<TypeName> ContainingTypes,
    TypeName Type,
    string Name,
    string FullName,
    string Access,
    bool HasPart,
    bool IsReachable,
    string Extensions,
    string? AddMethod,
    string? MapMethod,
    ApplicationConstants Constants,
    string ConfigurationSection,
    string ConfigurationSectionText,
    NestedTypeModel Links,
    NestedTypeModel Client,
    string Descriptor,
    string Registration,
    string ScopeUses,
    string ScopeUseTable,
    EquatableArray<ScopeModel> Scopes,
    Hooks Hooks,
    OpenApiNames? OpenApi)
{
    /// <summary>The scheme as written by code outside of the class.</summary>
    public string SchemeReference =>
        IsReachable && Constants.Scheme.IsEmitted ? $"{FullName}.{Constants.Scheme.Name}" : Constants.Scheme.Literal;

    /// <summary>Whether the extension class has any members.</summary>
    public bool HasExtensions => AddMethod is not null || MapMethod is not null || Scopes.Any(scope => scope.Guard is not null);
}
