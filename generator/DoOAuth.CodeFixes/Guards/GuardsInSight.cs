using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using Microsoft.CodeAnalysis;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>The guards that exist, and the namespaces that must be imported to call them at a position.</summary>
internal sealed class GuardsInSight(Lazy<ApplicationSet> applications, SemanticModel model, int position, CancellationToken cancellationToken)
{
    private ImmutableHashSet<string>? _imported;

    /// <summary>Whether the guard exists because its scope is declared.</summary>
    public bool IsKnown(string guard) => NamespaceOf(guard) is not null;

    /// <summary>The namespaces of the guards that are not imported at the position.</summary>
    public ImmutableArray<string> NamespacesToImport(IEnumerable<string> guards) =>
    [
        .. guards.Select(NamespaceOf)
            .Where(space => space is { IsGlobalNamespace: false })
            .Select(space => space!.ToDisplayString())
            .Distinct(StringComparer.Ordinal)
            .Where(name => !(_imported ??= Imported()).Contains(name)),
    ];

    // Guards are generated into the namespace of the class whose scope they are named after.
    private INamespaceSymbol? NamespaceOf(string guard) => applications.Value.All
        .FirstOrDefault(application => application.Scopes.Any(scope => application.GuardFor(scope.Name) == guard))?
        .Symbol.ContainingNamespace;

    private ImmutableHashSet<string> Imported()
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        names.UnionWith(model.GetImportScopes(position, cancellationToken)
            .SelectMany(scope => scope.Imports)
            .Select(import => import.NamespaceOrType.ToDisplayString()));
        for (var space = model.GetEnclosingSymbol(position, cancellationToken)?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            names.Add(space.ToDisplayString());
        }

        return names.ToImmutable();
    }
}
