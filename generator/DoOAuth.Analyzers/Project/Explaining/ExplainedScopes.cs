using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>Why each scope is declared: the endpoints and calls that need the scopes of the project's own annotated classes.</summary>
internal sealed class ExplainedScopes
{
    private readonly Dictionary<Application, Dictionary<object, ScopeUse>> _uses;

    private ExplainedScopes(ApplicationSet applications)
    {
        Applications = [.. applications.All.Where(application => application.IsInSource)];
        _uses = Applications.ToDictionary(application => application, _ => new Dictionary<object, ScopeUse>());
    }

    /// <summary>The project's own classes, by name. Those of other projects explain themselves there.</summary>
    public ImmutableArray<Application> Applications { get; }

    /// <summary>Combines what is known about a project's code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static ExplainedScopes Of(ExplainedCode code, ApplicationSet applications, IAssemblySymbol project, CancellationToken cancellationToken)
    {
        var uses = new ExplainedScopes(applications);
        if (uses.Applications.IsEmpty)
        {
            return uses;
        }

        var endpoints = new ExplainedEndpoints(code, new GuardReader(new Lazy<ApplicationSet>(() => applications)));
        foreach (var (path, use) in new ExplainedCalls(code, applications, endpoints, project).All(cancellationToken))
        {
            foreach (var application in applications.Candidates(path.Application).Where(uses._uses.ContainsKey))
            {
                if (DeclaredFor(path.Requirement.AnyOf, application) is { } scope)
                {
                    uses.Add(application, use with { Scope = scope.Name, IsOptional = scope.IsOptional });
                }
            }
        }

        uses.AddGuards(applications, endpoints);
        uses.AddNotes(code);
        return uses;
    }

    /// <summary>The uses of a class's scopes, by scope, endpoint and operation. There is at least one for each scope.</summary>
    public IEnumerable<ScopeUse> Of(Application application) => _uses[application].Values
        .OrderBy(use => use.Scope, StringComparer.Ordinal)
        .ThenBy(use => use.Endpoint is null)
        .ThenBy(use => PathOf(use.Endpoint), StringComparer.Ordinal)
        .ThenBy(use => use.Endpoint, StringComparer.Ordinal)
        .ThenBy(use => use.Caller, StringComparer.Ordinal)
        .ThenBy(use => use.Operation, StringComparer.Ordinal);

    // A guard without a call is a reason of its own.
    private void AddGuards(ApplicationSet applications, ExplainedEndpoints endpoints)
    {
        var called = new HashSet<(Application, string, string?)>(_uses.SelectMany(own => own.Value.Values.Select(use => (own.Key, use.Scope, use.Endpoint))));
        foreach (var endpoint in endpoints.All)
        {
            var name = endpoints.NameOf(endpoint);
            foreach (var guard in endpoints.GuardsOf(endpoint))
            {
                foreach (var application in applications.Candidates(guard.Application).Where(_uses.ContainsKey))
                {
                    if (DeclaredFor(guard.Scopes, application) is { } scope && !called.Contains((application, scope.Name, name)))
                    {
                        Add(application, new ScopeUse(scope.Name, scope.IsOptional) { Endpoint = name, Place = CodeNames.Place(endpoint.At) });
                    }
                }
            }
        }
    }

    private void AddNotes(ExplainedCode code)
    {
        foreach (var application in Applications)
        {
            var used = new HashSet<string>(_uses[application].Values.Select(use => use.Scope), StringComparer.Ordinal);
            foreach (var scope in application.Scopes.Where(scope => used.Add(scope.Name)))
            {
                Add(application, new ScopeUse(scope.Name, IsOptional(scope.Name, application)) { Note = ScopeNotes.Of(scope, application, code.Summary) });
            }
        }
    }

    // Of several ways the shortest is enough to explain the scope; the order of equal ones is that of their text, so that builds are the same.
    private void Add(Application application, ScopeUse use)
    {
        var known = _uses[application].TryGetValue(use.Key, out var other) ? other : null;
        if (known is null || IsBefore(use, known))
        {
            _uses[application][use.Key] = use;
        }
    }

    private static bool IsBefore(ScopeUse use, ScopeUse other)
    {
        var (steps, others) = (Steps(use), Steps(other));
        var order = string.CompareOrdinal(use.Way, other.Way);
        return steps != others ? steps < others : order != 0 ? order < 0 : string.CompareOrdinal(use.Place, other.Place) < 0;
    }

    private static int Steps(ScopeUse use) => use.Way is { } way ? way.Count(letter => letter == '→') + 1 : 0;

    // The scope itself or, if only a broad scope that covers it is declared, the broad one.
    private static (string Name, bool IsOptional)? DeclaredFor(IReadOnlyList<string> anyOf, Application application) =>
        anyOf.Select(scope => Find(application, declared => declared.Name == scope) ?? Find(application, declared => ScopeCoverage.Covers(declared.Name, scope)))
            .FirstOrDefault(declared => declared is not null) is { } found
            ? (found.Name, IsOptional(found.Name, application))
            : null;

    private static ScopeDeclaration? Find(Application application, Func<ScopeDeclaration, bool> isMeant) => application.Scopes.FirstOrDefault(isMeant);

    // A scope that is declared both as optional and as required is required.
    private static bool IsOptional(string scope, Application application) => application.Scopes.Where(declared => declared.Name == scope).All(declared => declared.IsOptional);

    private static string? PathOf(string? endpoint) => endpoint?.Substring(endpoint.IndexOf(' ') + 1);
}
