using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Says which scopes the conditions around a place prove, through methods of the project that ask for them.</summary>
internal sealed class PathConditionSolver(ProjectSummary summary, MemberBodies bodies)
{
    private readonly ILookup<(CodeKey Method, bool IsNo), ImmutableArray<PathCondition>> _predicates = summary.Predicates.ToLookup(site => (site.Method, site.IsNo), site => site.Conditions);
    private readonly ILookup<CodeKey, ImmutableArray<PathCondition>> _continuations = summary.Continuations.ToLookup(site => site.Filter, site => site.Conditions);
    // A policy that cannot be read may require any scope.
    private const string Any = "*";

    private readonly PolicyGuards _policies = new(summary);
    private readonly Dictionary<(CodeKey Method, bool IsNo), ImmutableArray<string>> _known = [];
    private readonly Dictionary<(SyntaxNode Method, bool IsNull), ImmutableArray<string>> _exits = [];

    /// <summary>Whether the conditions prove that the user granted one of the scopes.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="anyOf">The scopes.</param>
    /// <param name="made">What the object was made with whose code has the conditions.</param>
    public bool Proves(ImmutableArray<PathCondition> conditions, IReadOnlyList<string> anyOf, string made = "") =>
        !conditions.IsEmpty && conditions.SelectMany(condition => ScopesOf(condition)).SelectMany(granted => OfObject(granted, made)).Any(granted => granted == Any || granted.Split('|').All(one => anyOf.Any(scope => ScopeCoverage.Covers(one, scope))));

    /// <summary>Whether a filter goes on to the handler only where that is proved.</summary>
    /// <param name="filter">The filter's code.</param>
    /// <param name="anyOf">The scopes.</param>
    /// <param name="made">What the filter was made with.</param>
    public bool FilterProves(CodeKey filter, IReadOnlyList<string> anyOf, string made) => ProvesBefore(filter, anyOf, made.Length == 0 ? "?" : made);

    private bool ProvesBefore(CodeKey filter, IReadOnlyList<string> anyOf, string made) => _continuations.Contains(filter)
        ? _continuations[filter].All(conditions => Proves(conditions, anyOf, made))
        : filter.Symbol is IMethodSymbol { Parameters: [{ Type: var context }, ..], DeclaringSyntaxReferences: [var declaration, ..] }
            && Namespaces.IsIn(context, "Microsoft.AspNetCore.Mvc.Filters")
            && bodies.Of(declaration.GetSyntax()) is IMethodBodyOperation body
            && ConditionFlow.Exits(body).All(conditions => Proves(conditions, anyOf, made));

    private IEnumerable<string> ScopesOf(PathCondition condition) => condition switch
    {
        { Scope: { } scope } => [scope],
        { IsCut: true } => [],
        { Policy: { } policy } => _policies.In([new Guard(policy.Length == 0 ? GuardKind.Unreadable : GuardKind.Policy, policy)]).Select(guard => guard.Kind == GuardKind.Unreadable ? Any : guard.Scope),
        { Returned: { } method } => ScopesAfter(condition.Predicate, method, condition.IsNull).Select(scope => Passed(scope, condition.Arguments)),
        _ => ScopesOf(condition.Predicate, condition.IsNo).Select(scope => Passed(scope, condition.Arguments)),
    };

    // The scopes with which an object was made, of which all were granted. Where that is not known, they may be any.
    private static string[] OfObject(string scope, string made) =>
        scope.StartsWith("@", StringComparison.Ordinal) && !scope.Contains('|') ? ArgumentIn(made, scope.Substring(1)) is { } given ? given.Split('+') : [Any]
        : made.Length > 0 && scope.StartsWith("$", StringComparison.Ordinal) && !scope.Contains('|') ? ArgumentIn(made, scope) is { } passed && !passed.StartsWith("$", StringComparison.Ordinal) ? passed.Split('+') : [Any]
        : [scope.Contains('@') ? Any : scope];

    private static string? ArgumentIn(string arguments, string name) => arguments.Split(';')
        .Where(argument => argument.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(argument => argument.Substring(name.Length + 1))
        .FirstOrDefault();

    // The scope that a call passes, where the method asks for one of its parameters.
    private static string Passed(string scope, string arguments)
    {
        if (!scope.Contains('$'))
        {
            return scope;
        }

        var passed = scope.Split('|').Select(one => !one.StartsWith("$", StringComparison.Ordinal) ? one : ArgumentIn(arguments, one.Substring(1))).ToList();
        return passed.Contains(null) ? Any : string.Join("|", passed);
    }

    // What all have in common that may run.
    private ImmutableArray<string> ScopesAfter(CodeKey called, SyntaxNode method, bool isNull) => ImplementationsOf(called) is { } implementations
        ? Common([.. implementations.Select(implementation => (IReadOnlyCollection<string>)(implementation.DeclaringSyntaxReferences is [var declaration, ..] ? ScopesAfter(declaration.GetSyntax(), isNull) : []))])
        : ScopesAfter(method, isNull);

    // Null for a method that is what it seems.
    private ImmutableArray<IMethodSymbol>? ImplementationsOf(CodeKey code) => code.Symbol is IMethodSymbol method && (method.IsAbstract || method.IsVirtual || method.IsOverride)
        ? bodies.Implementations?.Of(method, null)
        : null;

    private ImmutableArray<string> ScopesAfter(SyntaxNode method, bool isNull)
    {
        if (!_exits.TryGetValue((method, isNull), out var scopes))
        {
            _exits.Add((method, isNull), []);
            _exits[(method, isNull)] = scopes = bodies.Of(method) is { } body and (IMethodBodyOperation or ILocalFunctionOperation) ? Shared(isNull ? ConditionFlow.NullExits(body) : ConditionFlow.Exits(body)) : [];
        }

        return scopes;
    }

    // What all returns that can be true have in common. A return that depends on itself does not count.
    private ImmutableArray<string> ScopesOf(CodeKey predicate, bool isNo)
    {
        if (!_known.TryGetValue((predicate, isNo), out var scopes))
        {
            _known.Add((predicate, isNo), []);
            _known[(predicate, isNo)] = scopes = ImplementationsOf(predicate) is { IsEmpty: false } implementations
                ? Shared(implementations.SelectMany(implementation => _predicates[(CodeKey.Of(implementation), isNo)]))
                : Shared(_predicates[(predicate, isNo)]);
        }

        return scopes;
    }

    private ImmutableArray<string> Shared(IEnumerable<ImmutableArray<PathCondition>> alternatives) => Common([.. alternatives.Select(conditions => conditions.SelectMany(condition => ScopesOf(condition)).ToList())]);

    // What may be any scope may be that of the others.
    private static ImmutableArray<string> Common(IReadOnlyList<IReadOnlyCollection<string>> granted) =>
        [.. granted.SelectMany(scopes => scopes).Distinct().Where(scope => granted.All(other => other.Contains(scope) || other.Contains(Any)))];
}
