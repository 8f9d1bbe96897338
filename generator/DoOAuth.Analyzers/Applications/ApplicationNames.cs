using DoOAuth.Catalog.Names;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Applications;

/// <summary>The names that an annotated class needs, as values that can be compared once the whole project is known.</summary>
internal sealed class ApplicationNames
{
    private ApplicationNames(
        INamedTypeSymbol symbol, Location location, string scheme, IReadOnlyList<EndpointPath> paths, string guardPrefix, IEnumerable<ScopeDeclaration> scopes)
    {
        Symbol = symbol;
        Location = location;
        Scheme = scheme;
        Paths = paths;
        Guards = new HashSet<string>(scopes.Select(scope => EmittedNames.Guard(guardPrefix, scope.Name)), StringComparer.Ordinal);
    }

    public INamedTypeSymbol Symbol { get; }

    public Location Location { get; }

    public string Name => Symbol.Name;

    public string Scheme { get; }

    public IReadOnlyList<EndpointPath> Paths { get; }

    public ISet<string> Guards { get; }

    /// <summary>Collects the names of a class of this project.</summary>
    public static ApplicationNames Of(ApplicationDeclaration declaration) => new(
        declaration.Symbol, declaration.NameLocation, declaration.Scheme, EndpointPath.Of(declaration), declaration.GuardPrefix, declaration.Scopes);

    /// <summary>Collects the names of a class of a referenced project.</summary>
    /// <param name="application">The class.</param>
    /// <param name="location">Where this project uses it.</param>
    public static ApplicationNames Of(Application application, Location location) => new(
        application.Symbol, location, application.Scheme, EndpointPath.Of(application.TextOf), application.GuardPrefix, application.Scopes);

    /// <summary>The scheme that both would register. Each registers its own and that of its session.</summary>
    public string? SchemeSharedWith(ApplicationNames other) =>
        Scheme == other.Scheme || Scheme == other.Scheme + ".Session" ? Scheme
        : other.Scheme == Scheme + ".Session" ? other.Scheme
        : null;

    /// <summary>The paths that both would map, in this class's order and spelling.</summary>
    public IReadOnlyList<string> PathsSharedWith(ApplicationNames other) =>
        [.. Paths.Where(path => other.Paths.Any(otherPath => otherPath.Route == path.Route)).Select(path => path.Path).Distinct(StringComparer.Ordinal)];

    /// <summary>The guards that both would emit.</summary>
    public IReadOnlyList<string> GuardsSharedWith(ApplicationNames other) =>
        [.. Guards.Where(other.Guards.Contains).OrderBy(guard => guard, StringComparer.Ordinal)];

    /// <summary>The methods that both would emit because of the names of the classes.</summary>
    public IReadOnlyList<string> MethodsSharedWith(ApplicationNames other) =>
        EmittedNames.AddMethod(Name) == EmittedNames.AddMethod(other.Name)
            ? [EmittedNames.AddMethod(Name), EmittedNames.MapMethod(Name)]
            : [];
}
