using System.Collections.Immutable;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Names;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Applications;

/// <summary>An annotated class with the values that the other rules need, in this project or in a referenced one.</summary>
internal sealed class Application
{
    private readonly AttributeData _attribute;

    private Application(INamedTypeSymbol symbol, AttributeData attribute, bool isInSource)
    {
        _attribute = attribute;
        Symbol = symbol;
        IsInSource = isInSource;
        Scheme = RuntimeAttributes.TextOf(attribute, "Scheme") ?? symbol.Name;
        ConfigurationSection = RuntimeAttributes.TextOf(attribute, "ConfigurationSection") ?? "DigitalOcean";
        GuardPrefix = RuntimeAttributes.TextOf(attribute, "GuardPrefix") ?? "";
        Scopes = ScopeDeclaration.AllOf(symbol);
        Coverage = new ScopeCoverage(Scopes.Select(scope => scope.Name));
    }

    public INamedTypeSymbol Symbol { get; }

    public string Name => Symbol.Name;

    /// <summary>Whether the class is in the compiled project, so that scopes can be added to it.</summary>
    public bool IsInSource { get; }

    /// <summary>How a fix finds the class: its documentation comment id. Null if another project declares it.</summary>
    public string? FixId => IsInSource ? Symbol.GetDocumentationCommentId() : null;

    public string Scheme { get; }

    /// <summary>The configuration section with the client ID and the client secret.</summary>
    public string ConfigurationSection { get; }

    public string GuardPrefix { get; }

    /// <summary>The declared scopes in order, including optional ones, each spelled as in the source.</summary>
    public ImmutableArray<ScopeDeclaration> Scopes { get; }

    /// <summary>The scopes that the declared ones cover, including optional ones.</summary>
    public ScopeCoverage Coverage { get; }

    /// <summary>Reads a type's attribute, if it has one.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isInSource">Whether it is in the compiled project. In an editor, the source of referenced projects is available too.</param>
    public static Application? Of(INamedTypeSymbol type, bool isInSource) =>
        type.GetAttributes().FirstOrDefault(attribute => RuntimeTypes.IsApplication(attribute.AttributeClass)) is { } attribute
            ? new Application(type, attribute, isInSource)
            : null;

    /// <summary>The value of a property that the attribute sets; null if it does not set it, or sets it to null.</summary>
    public string? TextOf(string property) => RuntimeAttributes.TextOf(_attribute, property);

    /// <summary>The name of the guard of a scope, whether or not the scope is declared.</summary>
    public string GuardFor(string scope) => EmittedNames.Guard(GuardPrefix, scope);
}
