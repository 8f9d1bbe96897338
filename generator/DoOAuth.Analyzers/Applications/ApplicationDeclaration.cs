using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Applications;

/// <summary>A class with <c>[DigitalOceanOAuth]</c>, and what the attribute says.</summary>
internal sealed class ApplicationDeclaration
{
    private readonly AttributeData _attribute;
    private readonly AttributeSyntax _attributeSyntax;

    private ApplicationDeclaration(INamedTypeSymbol symbol, AttributeData attribute, AttributeSyntax attributeSyntax)
    {
        Symbol = symbol;
        _attribute = attribute;
        _attributeSyntax = attributeSyntax;
        Part = attributeSyntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
    }

    public INamedTypeSymbol Symbol { get; }

    /// <summary>The part of the class that carries the attribute.</summary>
    public TypeDeclarationSyntax Part { get; }

    /// <summary>Where the class is named, in the part that carries the attribute.</summary>
    public Location NameLocation => Part.Identifier.GetLocation();

    /// <summary>The OAuth scheme: what the attribute says, else the class's name.</summary>
    public string Scheme => TextOf("Scheme") ?? Symbol.Name;

    /// <summary>The part of the guards' names between <c>Require</c> and the scope.</summary>
    public string GuardPrefix => TextOf("GuardPrefix") ?? "";

    /// <summary>The declared scopes, in order, each as the source spells it.</summary>
    public ImmutableArray<ScopeDeclaration> Scopes => ScopeDeclaration.AllOf(Symbol);

    /// <summary>Reads a type's attribute, where it has one in source.</summary>
    public static bool TryRead(ISymbol symbol, CancellationToken cancellationToken, [NotNullWhen(true)] out ApplicationDeclaration? declaration)
    {
        declaration = null;
        if (symbol is not INamedTypeSymbol type)
        {
            return false;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (RuntimeTypes.IsApplication(attribute.AttributeClass)
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax
                && syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not null)
            {
                declaration = new ApplicationDeclaration(type, attribute, syntax);
                return true;
            }
        }

        return false;
    }

    /// <summary>What the attribute sets a property to; null if it does not, or sets it to null.</summary>
    public string? TextOf(string property) => RuntimeAttributes.TextOf(_attribute, property);

    /// <summary>Where the attribute sets a property: the value's place; the class's name where it does not.</summary>
    public Location LocationOf(string property)
    {
        var argument = _attributeSyntax.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);
        return argument?.Expression.GetLocation() ?? NameLocation;
    }
}
