using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Applications;

/// <summary>A class with <c>[DigitalOceanOAuth]</c>, and the values of the attribute.</summary>
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

    /// <summary>The part of the class with the attribute.</summary>
    public TypeDeclarationSyntax Part { get; }

    /// <summary>The location of the class's name, in the part with the attribute.</summary>
    public Location NameLocation => Part.Identifier.GetLocation();

    /// <summary>The OAuth scheme: the attribute's value, or the class's name by default.</summary>
    public string Scheme => TextOf("Scheme") ?? Symbol.Name;

    /// <summary>The part of the guards' names between <c>Require</c> and the scope.</summary>
    public string GuardPrefix => TextOf("GuardPrefix") ?? "";

    /// <summary>The declared scopes in order, each spelled as in the source.</summary>
    public ImmutableArray<ScopeDeclaration> Scopes => ScopeDeclaration.AllOf(Symbol);

    /// <summary>Reads a type's attribute, if it has one in source.</summary>
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

    /// <summary>The value of a property that the attribute sets; null if it does not set it, or sets it to null.</summary>
    public string? TextOf(string property) => RuntimeAttributes.TextOf(_attribute, property);

    /// <summary>The location of the value that the attribute sets a property to; the class's name if it does not set it.</summary>
    public Location LocationOf(string property)
    {
        var argument = _attributeSyntax.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);
        return argument?.Expression.GetLocation() ?? NameLocation;
    }
}
