using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Symbols;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>Why an endpoint's guards do not suffice.</summary>
/// <param name="Declaring">The classes in question that declare the scope.</param>
/// <param name="Guards">The endpoint's guards.</param>
/// <param name="IsCovered">Whether they would suffice, had not <c>AllowAnonymous()</c> set them aside.</param>
internal sealed record GuardGap(ImmutableArray<Application> Declaring, ImmutableHashSet<Guard> Guards, bool IsCovered)
{
    /// <summary>Whether <c>AllowAnonymous()</c> sets all guards aside, so that another one would not help.</summary>
    public bool IsSetAside => Guards.Any(guard => guard.Kind == GuardKind.Anonymous);

    /// <summary>The guards of which one would close the gap: those of the class that guards the endpoint already, where one does.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyList<string> anyOf)
    {
        var guarding = Declaring.Where(application => Guards.Any(guard => ReferenceEquals(guard.Application, application))).ToList();
        return [.. (guarding.Count > 0 ? guarding : [.. Declaring]).SelectMany(application => GuardsOf(application, anyOf)).Distinct()];
    }

    // The scope as it is declared: its own guard, or that of the broad scope that covers it.
    private static IEnumerable<string> GuardsOf(Application application, IReadOnlyList<string> anyOf)
    {
        foreach (var scope in anyOf)
        {
            var declared = application.Scopes.FirstOrDefault(declaration => declaration.Name == scope)
                ?? application.Scopes.FirstOrDefault(declaration => Catalog.ScopeCoverage.Covers(declaration.Name, scope));
            if (declared is not null)
            {
                yield return application.GuardFor(declared.Name);
            }
        }
    }
}
