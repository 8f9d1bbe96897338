using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Symbols;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>Why an endpoint's guards are not sufficient.</summary>
/// <param name="Declaring">The candidate classes that declare the scope.</param>
/// <param name="Guards">The endpoint's guards.</param>
/// <param name="IsCovered">Whether the guards would be sufficient if <c>AllowAnonymous()</c> did not disable them.</param>
internal sealed record GuardGap(ImmutableArray<Application> Declaring, ImmutableHashSet<Guard> Guards, bool IsCovered)
{
    /// <summary>Whether <c>AllowAnonymous()</c> disables all guards, so that adding one would not help.</summary>
    public bool IsSetAside => Guards.Any(guard => guard.Kind == GuardKind.Anonymous);

    /// <summary>The scopes, one of which as a guard would close the gap. If a class already guards the endpoint, those of this class.</summary>
    public IReadOnlyList<(Application Application, string Scope)> Missing(IReadOnlyList<string> anyOf)
    {
        var guarding = Declaring.Where(application => Guards.Any(guard => ReferenceEquals(guard.Application, application))).ToList();
        return [.. (guarding.Count > 0 ? guarding : [.. Declaring]).SelectMany(application => ScopesOf(application, anyOf)).Distinct()];
    }

    // The scope itself or, if only a broad scope that covers it is declared, the broad scope.
    private static IEnumerable<(Application Application, string Scope)> ScopesOf(Application application, IReadOnlyList<string> anyOf)
    {
        foreach (var scope in anyOf)
        {
            var declared = application.Scopes.FirstOrDefault(declaration => declaration.Name == scope)
                ?? application.Scopes.FirstOrDefault(declaration => Catalog.ScopeCoverage.Covers(declaration.Name, scope));
            if (declared is not null)
            {
                yield return (application, declared.Name);
            }
        }
    }
}
