using DoOAuth.Catalog.Names;
using DoOAuth.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Generator.Declarations;

/// <summary>Reads the names that an annotated class and its namespace already use.</summary>
internal static class MemberReader
{
    // More classes with the same name than any project has.
    private const int PossibleExtensionClasses = 9;

    /// <summary>The names of the class's members, except for nested partial classes, which are merged with emitted parts. Hiding an inherited one is a warning.</summary>
    public static EquatableArray<string> Names(INamedTypeSymbol type) => Sorted(type.GetMembers()
        .Where(member => !IsPartialClass(member))
        .Concat(Inherited(type))
        .Where(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName));

    /// <summary>The class's nested partial classes.</summary>
    public static EquatableArray<NestedPart> NestedParts(INamedTypeSymbol type) => new(type.GetTypeMembers()
        .Where(member => member.Arity == 0 && IsPartialClass(member))
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .Select(member => new NestedPart(
            member.Name,
            Parts(member).Any(part => part.Modifiers.Any(IsAccessibility)),
            member.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared))));

    /// <summary>
    /// The possible names of the extension class that are already used. Each is looked up separately, because a list of all names in
    /// the namespace would be created again after every key press, and every new type would be a change.
    /// </summary>
    public static EquatableArray<string> ExtensionClasses(IEnumerable<string> types, INamespaceSymbol space)
    {
        var name = EmittedNames.ExtensionClass(types);
        return new(Enumerable.Range(1, PossibleExtensionClasses)
            .Select(number => EmittedNames.Numbered(name, number))
            .Where(candidate => space.GetMembers(candidate).Any()));
    }

    private static IEnumerable<ISymbol> Inherited(INamedTypeSymbol type)
    {
        for (var inherited = type.BaseType; inherited is { SpecialType: not SpecialType.System_Object }; inherited = inherited.BaseType)
        {
            foreach (var member in inherited.GetMembers())
            {
                if (member.DeclaredAccessibility != Accessibility.Private)
                {
                    yield return member;
                }
            }
        }
    }

    private static EquatableArray<string> Sorted(IEnumerable<ISymbol> symbols) =>
        new(symbols.Select(symbol => symbol.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal));

    private static bool IsPartialClass(ISymbol member) =>
        member is INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: false } type
        && Parts(type).All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<ClassDeclarationSyntax> Parts(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<ClassDeclarationSyntax>();

    private static bool IsAccessibility(SyntaxToken modifier) => modifier.Kind() is
        SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;
}
