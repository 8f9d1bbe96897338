namespace DoOAuth.Catalog;

/// <summary>The place of a scope's constant: <c>Scopes.Droplet.Create</c>, or <c>Scopes.Read</c> for a scope without a resource.</summary>
/// <param name="Resource">The nested class's name, or null for a constant of <c>Scopes</c> itself.</param>
/// <param name="Name">The constant's name.</param>
internal sealed record ScopeConstant(string? Resource, string Name)
{
    /// <summary>The class that contains all of them.</summary>
    public const string ClassName = "Scopes";

    // A constant of one of these names would hide a member that every class inherits (CS0108).
    private static readonly string[] InheritedNames =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>
    /// The constant of a scope. A name in PascalCase is never a C# keyword. A name that is not allowed for another reason, such as
    /// that of the class (CS0542), gets the suffix <c>Resource</c> or <c>Scope</c>.
    /// </summary>
    public static ScopeConstant Of(string scope)
    {
        var action = Identifier(ScopeName.ActionOf(scope));
        if (ScopeName.ResourceOf(scope) is not { } resourceName)
        {
            return new ScopeConstant(null, Free(action, ClassName, "Scope"));
        }

        var resource = Free(Identifier(resourceName), ClassName, "Resource");

        // Scopes.Read and Scopes.Write are constants, so no resource can have these names.
        resource = resource is "Read" or "Write" ? resource + "Resource" : resource;
        return new ScopeConstant(resource, Free(action, resource, "Scope"));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Resource is null ? $"{ClassName}.{Name}" : $"{ClassName}.{Resource}.{Name}";

    private static string Identifier(string name)
    {
        var pascalCase = ScopeName.ToPascalCase(name);
        return char.IsDigit(pascalCase[0]) ? "_" + pascalCase : pascalCase;
    }

    private static string Free(string name, string enclosingClass, string suffix) =>
        name == enclosingClass || InheritedNames.Contains(name, StringComparer.Ordinal) ? name + suffix : name;
}
