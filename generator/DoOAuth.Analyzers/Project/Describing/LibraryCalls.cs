using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>Describes the calls that a library's members make: what each needs is a function of what it is given.</summary>
internal sealed class LibraryCalls(
    CallGraph graph, PathConditionSolver solver, ApplicationSet applications, CodeNames names, LibraryMembers members, LibraryEndpoints endpoints, ReachedLimits limits)
{
    private readonly Dictionary<LibraryCall, LibraryCall> _described = [];

    /// <summary>The descriptions, in the order of their members.</summary>
    public IEnumerable<LibraryCall> Of(IEnumerable<ApiCallSite> calls, CancellationToken cancellationToken)
    {
        foreach (var site in calls.Where(site => !site.Call.HasOwnToken))
        {
            Describe(site, cancellationToken);
        }

        return _described.Values
            .OrderBy(call => call.Member, StringComparer.Ordinal)
            .ThenBy(call => call.Address, StringComparer.Ordinal)
            .ThenBy(call => call.Verb, StringComparer.Ordinal)
            .ThenBy(call => call.Receiver, StringComparer.Ordinal);
    }

    private void Describe(ApiCallSite site, CancellationToken cancellationToken)
    {
        // What a caller passes is described by the member that the caller names. What an object was made with is the same for all of its members.
        foreach (var alternative in site.Call.Open)
        {
            var owners = alternative.Parameters.Concat(site.Call.Client.Parameter is { } client ? [client] : []).Select(parameter => parameter.ContainingSymbol);
            if (owners.All(owner => owner is IMethodSymbol { MethodKind: MethodKind.Constructor }))
            {
                DescribeAll(site, alternative, [Requirement(site, alternative)], cancellationToken);
            }
            else
            {
                Describe(CallPath.To(Requirement(site, alternative)), alternative, [], isChecked: site.IsChecked || !site.Conditions.IsEmpty);
            }
        }

        foreach (var alternative in site.Call.Closed.Where(alternative => alternative.Verdict.Operations.Count > 0))
        {
            var needs = alternative.Verdict.Requirement.AllOf.Select(anyOf => new CallRequirement(site, alternative.Verdict.Description, anyOf)).ToList();
            DescribeAll(site, alternative, needs, cancellationToken);
        }
    }

    private static CallRequirement Requirement(ApiCallSite site, ApiCallAlternative alternative) => new(site, alternative.Verdict.Description, []);

    private void DescribeAll(ApiCallSite site, ApiCallAlternative alternative, IReadOnlyList<CallRequirement> needs, CancellationToken cancellationToken)
    {
        // What the caller decides may need anything: a check before it counts, whatever it is for.
        var needed = needs.Where(need => !site.IsChecked && (need.AnyOf.Count == 0 ? site.Conditions.IsEmpty : !solver.Proves(site.Conditions, need.AnyOf))).ToList();
        var without = new HashSet<CodeKey>(graph.HasConditions ? needed.SelectMany(need => new CallPathSearch(graph, solver, applications, limits).From([need], cancellationToken).Keys) : []);
        foreach (var path in needs.Take(1).SelectMany(need => new CallPathSearch(graph, solver, applications, limits) { IgnoresConditions = true }.From([need], cancellationToken).Values.SelectMany(paths => paths)))
        {
            Describe(path, alternative, needs, isChecked: graph.HasConditions ? !without.Contains(path.Code) : needed.Count == 0);
        }
    }

    private void Describe(CallPath path, ApiCallAlternative alternative, IReadOnlyList<CallRequirement> needs, bool isChecked)
    {
        foreach (var (member, receiver) in members.NamesOf(path.Code))
        {
            // The way through an open member tells it, for the types in question only.
            if (path is { Dispatched: { } dispatched, Context.Bindings.IsEmpty: false } && members.MayBeReplaced(dispatched.OriginalDefinition))
            {
                continue;
            }

            if (member.GetDocumentationCommentId() is { } id)
            {
                Add(CallOf(path, alternative, id, ObjectOf(path, member) ?? receiver) with
                {
                    Through = ThroughOf(path.Codes().Skip(1), CodeKey.Of(member), path),
                    IsChecked = isChecked,
                });
            }
        }

        foreach (var (name, isGuarded) in endpoints.Of(path.Code, needs))
        {
            Add(CallOf(path, alternative, name, receiver: null) with { Through = ThroughOf(path.Codes(), path.Code, path), IsChecked = isChecked || isGuarded });
        }
    }

    // A base class's member makes the call only for objects of the class that does.
    private INamedTypeSymbol? ObjectOf(CallPath path, ISymbol member) =>
        path.Context.Receiver is { } known && (known.IsGenericType || (members.IsVisible(known) && !SymbolEqualityComparer.Default.Equals(known, member.ContainingType))) ? known : null;

    private static LibraryCall CallOf(CallPath path, ApiCallAlternative alternative, string member, INamedTypeSymbol? receiver)
    {
        var call = path.Requirement.Site.Call;
        return new LibraryCall(
            member,
            alternative.Verb.Parameter is { } verb ? (NameOf(verb) is { } hole ? PatternText.Hole(hole) : "") : string.Join("|", alternative.Verb.Names),
            PatternText.Write(alternative.Address, NameOf),
            call.Client.Parameter is { } client ? PatternText.Hole(NameOf(client) ?? "") : call.IsOnClient ? path.Application?.Symbol.GetDocumentationCommentId() : LibraryFormat.PlainClient,
            receiver is null ? null : DocumentationCommentId.CreateReferenceId(receiver))
        {
            Scopes = alternative.Declared is { } declared && alternative.Verdict.Certain is not { OperationId.Length: > 0 } ? declared.Scopes : null,
        };

        string? NameOf(IParameterSymbol parameter) => PatternText.NameOf(parameter, path.Code.Symbol as IMethodSymbol);
    }

    private void Add(LibraryCall call)
    {
        var key = call with { Through = "", IsChecked = false };
        _described[key] = _described.TryGetValue(key, out var known)
            ? known with { Through = known.Through.Length <= call.Through.Length ? known.Through : call.Through, IsChecked = known.IsChecked && call.IsChecked }
            : call;
    }

    // The member itself is named by those who call it.
    private string ThroughOf(IEnumerable<CodeKey> codes, CodeKey near, CallPath path)
    {
        var further = path.Requirement.Site.Library is { } library ? library.Through : "";
        return string.Join(" → ", new[] { names.Along(codes, near), further }.Where(name => name.Length > 0));
    }
}
