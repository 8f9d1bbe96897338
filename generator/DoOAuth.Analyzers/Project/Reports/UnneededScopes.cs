using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>DOO104: finds declared scopes that are not needed.</summary>
internal sealed class UnneededScopes
{
    private readonly ApplicationSet _applications;
    private readonly HashSet<Application> _unknown = [];
    private readonly Dictionary<Application, HashSet<string>> _needed;
    private bool _isUnknown;

    public UnneededScopes(
        ProjectSummary summary,
        IEnumerable<ApiCallSite> calls,
        IReadOnlyList<ApiCallSite> unresolved,
        IEnumerable<ApiCallAlternative> unclaimed,
        LibraryDescriptions libraries,
        ApplicationSet applications)
    {
        (_applications, _isUnknown) = (applications, !libraries.AreWhole);

        // The sign-in itself can need them to find out who the user is.
        _needed = applications.All.ToDictionary(application => application, _ => new HashSet<string>(StringComparer.Ordinal) { "account:read" });
        foreach (var scope in libraries.Scopes)
        {
            Add(null, scope);
        }

        foreach (var mention in summary.Mentions)
        {
            switch (mention.Kind)
            {
                case GuardKind.Scope:
                    foreach (var scope in mention.Scopes)
                    {
                        Add(mention.Application, scope);
                    }

                    break;
                case GuardKind.Unreadable:
                    AddUnknown(mention.Application);
                    break;
            }
        }

        foreach (var client in summary.HandedOut)
        {
            AddUnknown(applications.ApplicationOf(client));
        }

        foreach (var call in unresolved.Where(call => call.Call.IsOnClient))
        {
            AddUnknown(call.Call.Application);
        }

        // A plain client of which nobody knows may be one of DigitalOcean's, where one became plain.
        if (!summary.Disguised.IsEmpty)
        {
            foreach (var alternative in unclaimed.Concat(unresolved.SelectMany(call => call.Call.Open)))
            {
                Add(null, alternative);
            }
        }

        foreach (var call in calls)
        {
            Add(call);
        }
    }

    /// <summary>The reports for the classes of this project that are not used in other projects.</summary>
    public IEnumerable<Diagnostic> Reports(Compilation compilation, ApplicationUses uses, CancellationToken cancellationToken)
    {
        if (_isUnknown)
        {
            yield break;
        }

        List<(Application Application, ScopeDeclaration Scope)> unneeded =
        [
            .. from application in _applications.All
               where !_unknown.Contains(application) && application.IsInSource && ApplicationReach.EndsHere(application.Symbol, compilation, uses)
               from scope in application.Scopes
               where !IsNeeded(scope.Name, application)
               select (application, scope),
        ];
        if (unneeded.Count == 0 || new NamedScopes(compilation, unneeded.Select(declared => declared.Scope.Name), cancellationToken) is not { IsUnknown: false } named)
        {
            yield break;
        }

        foreach (var (application, scope) in unneeded.Where(declared => named.Contains(declared.Scope.Name, declared.Application)))
        {
            Add(application, scope.Name);
        }

        foreach (var (application, scope) in unneeded.Where(declared => !IsNeeded(declared.Scope.Name, declared.Application)))
        {
            if (scope.Attribute?.GetSyntax(cancellationToken) is { } attribute)
            {
                yield return Diagnostic.Create(
                    ProjectRules.Unused,
                    attribute.GetLocation(),
                    FixProperties.For([scope.Name], [application.FixId]),
                    scope.Name,
                    application.Name,
                    attribute.ToString());
            }
        }
    }

    // A scope that does not exist is reported by DOO002.
    private bool IsNeeded(string scope, Application application) =>
        BundledCatalogs.Scopes.Find(scope) is not { IsCurrent: true }
        || IsAskedFor(scope, application)
        || application.Scopes.Any(other => other.Name != scope && IsNeededBy(other.Name, scope, application));

    private bool IsAskedFor(string scope, Application application) => _needed[application].Any(requirement => ScopeCoverage.Covers(scope, requirement));

    // If two scopes require each other and are not needed otherwise, both are reported.
    private bool IsNeededBy(string other, string scope, Application application) =>
        RequiredScopes.Of(other, BundledCatalogs.Scopes).Any(required => ScopeCoverage.Covers(scope, required))
        && (IsAskedFor(other, application) || !RequiredScopes.Of(scope, BundledCatalogs.Scopes).Contains(other));

    private void Add(ApiCallSite call)
    {
        foreach (var alternative in call.Call.Closed)
        {
            Add(call.Call.Application, alternative);
        }
    }

    private void Add(Application? application, ApiCallAlternative alternative)
    {
        if (alternative.Verdict.Unreadable)
        {
            AddUnknown(application);
        }

        foreach (var scope in alternative.Verdict.Operations.SelectMany(operation => operation.Scopes.Mentioned))
        {
            Add(application, scope);
        }
    }

    private void Add(Application? application, string scope)
    {
        foreach (var candidate in _applications.Candidates(application))
        {
            _needed[candidate].Add(scope);
        }
    }

    private void AddUnknown(Application? application)
    {
        if (application is null)
        {
            _isUnknown = true;
        }
        else
        {
            _unknown.Add(application);
        }
    }
}
