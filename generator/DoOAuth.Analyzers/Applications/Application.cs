using System.Collections.Immutable;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Names;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Applications;

/// <summary>An annotated class as the other rules need it, in this project or in one that it references.</summary>
internal sealed class Application
{
    private Application(INamedTypeSymbol symbol, AttributeData attribute, bool isInSource)
    {
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

    /// <summary>The section of the configuration with client id and secret.</summary>
    public string ConfigurationSection { get; }

    public string GuardPrefix { get; }

    /// <summary>The declared scopes, in order, optional ones included, each as the source spells it.</summary>
    public ImmutableArray<ScopeDeclaration> Scopes { get; }

    /// <summary>What the declared scopes cover, optional ones included.</summary>
    public ScopeCoverage Coverage { get; }

    /// <summary>Reads a type's attribute, where it has one.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isInSource">Whether it is in the compiled project. In an editor, the source of referenced projects is available too.</param>
    public static Application? Of(INamedTypeSymbol type, bool isInSource) =>
        type.GetAttributes().FirstOrDefault(attribute => RuntimeTypes.IsApplication(attribute.AttributeClass)) is { } attribute
            ? new Application(type, attribute, isInSource)
            : null;

    /// <summary>The name of the guard that a scope has, or would have once it is declared.</summary>
    public string GuardFor(string scope) => EmittedNames.Guard(GuardPrefix, scope);
}
