using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Applications;

/// <summary>
/// The annotated classes that a project sees: its own, and those of referenced projects. They are collected once for each
/// compilation, and only when needed, because most compilations in an editor do not need them.
/// </summary>
internal sealed class ApplicationSet
{
    private readonly Dictionary<string, (Application Application, string Scope)> _guards = new(StringComparer.Ordinal);

    private ApplicationSet(ImmutableArray<Application> all)
    {
        All = all;
        foreach (var application in all)
        {
            foreach (var scope in application.Scopes)
            {
                var guard = application.GuardFor(scope.Name);
                if (!_guards.ContainsKey(guard))
                {
                    _guards.Add(guard, (application, scope.Name));
                }
            }
        }
    }

    /// <summary>The classes in the order of their full names. If there are none, the scopes are declared elsewhere, and nothing can be reported.</summary>
    public ImmutableArray<Application> All { get; }

    /// <summary>Collects the classes when they are first needed.</summary>
    public static Lazy<ApplicationSet> Of(Compilation compilation, CancellationToken cancellationToken) => new(() => new ApplicationSet(
    [
        .. AssembliesThatKnowTheRuntime(compilation)
            .SelectMany(assembly => TypesOf(assembly.GlobalNamespace, cancellationToken))
            .Select(type => Application.Of(type, SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)))
            .OfType<Application>()
            .OrderBy(application => application.Symbol.ToDisplayString(), StringComparer.Ordinal),
    ]));

    /// <summary>
    /// The classes that must declare a scope: the class of the client, scheme or guard, or any class if that is not known.
    /// </summary>
    public ImmutableArray<Application> Candidates(Application? owner) => owner is null ? All : [owner];

    /// <summary>The class with this scheme.</summary>
    public Application? WithScheme(string scheme) => All.FirstOrDefault(application => application.Scheme == scheme);

    /// <summary>The class that a client belongs to: the nested <c>Client</c>, or one that derives from it. Null for a plain <c>DigitalOceanClient</c>.</summary>
    public Application? ApplicationOf(ITypeSymbol? client)
    {
        for (var type = client; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Client", ContainingType: { } container }
                && All.FirstOrDefault(application => SymbolEqualityComparer.Default.Equals(application.Symbol, container)) is { } owner)
            {
                return owner;
            }
        }

        return null;
    }

    /// <summary>Whether the method is a generated guard, such as <c>RequireDropletRead()</c>, and which scope it requires.</summary>
    public bool IsGuard(IMethodSymbol method, [NotNullWhen(true)] out Application? application, [NotNullWhen(true)] out string? scope)
    {
        (application, scope) = (null, null);
        if (!method.Name.StartsWith("Require", StringComparison.Ordinal)
            || !_guards.TryGetValue(method.Name, out var guard)
            || !(method.ReducedFrom ?? method).IsExtensionMethod
            || !SymbolEqualityComparer.Default.Equals(method.ContainingNamespace, guard.Application.Symbol.ContainingNamespace))
        {
            return false;
        }

        (application, scope) = guard;
        return true;
    }

    private static IEnumerable<IAssemblySymbol> AssembliesThatKnowTheRuntime(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "DoOAuth")))
            .Prepend(compilation.Assembly);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var type in container.GetTypeMembers())
        {
            yield return type;
            foreach (var nested in TypesOf(type, cancellationToken))
            {
                yield return nested;
            }
        }

        if (container is INamespaceSymbol parent)
        {
            foreach (var inner in parent.GetNamespaceMembers().SelectMany(inner => TypesOf(inner, cancellationToken)))
            {
                yield return inner;
            }
        }
    }
}
