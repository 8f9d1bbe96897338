using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Catalog.Symbols;

/// <summary>Tells from where an annotated class can be named.</summary>
internal static class ReachReader
{
    /// <summary>The narrowest reach of the class and its containing types.</summary>
    public static Reach Of(INamedTypeSymbol type)
    {
        var all = Chain(type);
        if (all.Exists(one => one.IsFileLocal))
        {
            return Reach.File;
        }

        if (all.Exists(one => !IsPartial(one)))
        {
            return Reach.NotPartial;
        }

        if (all.Exists(one => one.Arity > 0)
            || all.Exists(one => one.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal))
        {
            return Reach.Inside;
        }

        return all.TrueForAll(one => one.DeclaredAccessibility == Accessibility.Public) ? Reach.Public : Reach.Internal;
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .All(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static List<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            chain.Add(current);
        }

        return chain;
    }
}
