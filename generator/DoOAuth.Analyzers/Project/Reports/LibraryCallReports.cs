using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>
/// DOO102 for calls that referenced libraries make: reported at the annotated class, or where this project calls the library if the class is in another
/// project. Calls that this project does not reach are left to those who do.
/// </summary>
internal sealed class LibraryCallReports(CallGraph graph, PathConditionSolver solver, ReachedLimits limits, ApplicationSet applications, IAssemblySymbol project)
{
    // Who calls the code of this project does not matter, so that a search stays within the library.
    private readonly CallPathSearch _search = new(graph, solver, applications, limits) { IsEnd = code => IsOwn(code, project) };

    /// <summary>The reports, one for each class and operation.</summary>
    public IEnumerable<Diagnostic> Reports(IEnumerable<ApiCallSite> calls, CancellationToken cancellationToken)
    {
        var reported = new HashSet<(Location, string)>();
        foreach (var site in calls.Where(site => site is { Library: not null, Call.HasOwnToken: false } && !site.Call.Location.IsInSource))
        {
            foreach (var verdict in site.Call.Closed.Select(alternative => alternative.Verdict))
            {
                if (MissingScopes.Of(verdict.Requirement, applications.Candidates(site.Call.Application)) is { } missing
                    && (missing.Declaration is not { } declaration || !reported.Contains((declaration, verdict.Description)))
                    && UseOf(site, verdict, cancellationToken) is { } use
                    && (missing.Declaration ?? use.At) is var place
                    && reported.Add((place, verdict.Description)))
                {
                    yield return missing.Report(
                        ApiCallReports.UndeclaredAtEnd,
                        site.Call.IsOnClient ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                        place,
                        $"{verdict.Description}, called through {CodeNames.InLibrary(site)},",
                        missing.Declaration is null ? [] : [use.At]);
                }
            }
        }
    }

    // The first place where code of this project leads into the library and on to the call.
    private CallEdge? UseOf(ApiCallSite site, CallVerdict verdict, CancellationToken cancellationToken) => _search
        .From([new CallRequirement(site, verdict.Description, verdict.Requirement.AllOf[0])], cancellationToken)
        .Where(reached => !IsOwn(reached.Key, project))
        .SelectMany(reached => graph.Into(reached.Key).Where(edge => IsOwn(edge.From, project) && reached.Value.Any(path => path.Before(edge, applications) is not null)))
        .OrderBy(edge => edge.At, LocationOrder.Order)
        .FirstOrDefault();

    private static bool IsOwn(CodeKey code, IAssemblySymbol project) => !code.IsUnnamedInLibrary && (code.Symbol is not { } symbol || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, project));
}
