using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>Writes the message of DOO103: which endpoints make which calls on which paths, what is wrong, and what to add.</summary>
internal sealed class UnguardedMessage(EndpointNames endpointNames, CodeNames codeNames, IReadOnlyList<EndpointInstance> endpoints, bool areSeveralApplications)
{
    /// <summary>What is wrong and how to fix it, to continue after "but".</summary>
    public string ProblemOf(UnguardedCall call)
    {
        var anyOf = call.Path.Requirement.AnyOf;
        var scope = "the scope " + NameList.Of(anyOf, word: "or");
        var guards = NameList.Of(MissingGuards.Texts(call, areSeveralApplications), quote: "", word: "or") + WhereOf(call);
        var anonymous = call.Place == GuardPlace.Builder ? "AllowAnonymous()" : "[AllowAnonymous]";
        var check = $"check user.HasScope({ScopeConstant.Of(anyOf[0])}) before the call";
        return call.Gap switch
        {
            { IsSetAside: true, IsCovered: true } => $"{anonymous} disables the guard for {scope}. Remove it, or {check}.",
            { IsSetAside: true } => $"{anonymous} lets in users without {scope}. Replace it with {guards}, or {check}.",
            _ => $"no guard covers {scope}. Add {guards}.",
        };
    }

    /// <summary>The report for calls of one endpoint that have the same problem.</summary>
    public Diagnostic Report(IReadOnlyList<UnguardedCall> calls, string problem)
    {
        var (first, anyOf) = (calls[0], calls[0].Path.Requirement.AnyOf);
        var endpointList = Endpoints(calls, out var isOne);
        return Diagnostic.Create(
            ProjectRules.Unguarded,
            first.At,
            calls.Select(call => call.Path.Requirement.Site.Call.Location).Where(location => location.IsInSource).Distinct(),
            FixProperties.For([string.Join("|", anyOf)], first.Gap.Declaring.Select(application => application.FixId))
                .Add(FixProperties.Guards, first.Gap.IsSetAside ? null : MissingGuards.Calls(first))
                .Add(FixProperties.Attributes, first.Gap.IsSetAside ? null : MissingGuards.Attributes(first, areSeveralApplications))
                .Add(FixProperties.IsOnClass, first.Place == GuardPlace.Class ? "true" : null),
            endpointList,
            isOne ? "calls" : "call",
            Paths(calls),
            problem);
    }

    private string Endpoints(IReadOnlyList<UnguardedCall> calls, out bool isOne)
    {
        var names = calls.Select(call => call.Endpoint).Distinct().OrderBy(endpoint => Mapping(endpoint), LocationOrder.Order).Select(NameOf).Distinct().ToList();
        isOne = names.Count == 1;
        return NameList.Of(names, quote: "");
    }

    // Attributes on a page's methods have no effect, and an attribute on one class is not one on the method that it inherits.
    private static string WhereOf(UnguardedCall call) => call.Place == GuardPlace.Class ? $" to {call.Endpoint.Site.OfType!.Type.Name}" : call.Place == GuardPlace.Configuration ? " to Configure()" : "";

    // A method that maps an endpoint can be called several times. The calls distinguish its routes.
    private string NameOf(EndpointInstance endpoint) =>
        endpoint.Chain is { Pass.At: var caller }
        && endpoints.Any(other => other != endpoint && ReferenceEquals(other.Site, endpoint.Site) && other.At == endpoint.At)
            ? $"{endpointNames.Of(endpoint)} (mapped in {CodeNames.Place(caller)})"
            : endpointNames.Of(endpoint);

    private static Location Mapping(EndpointInstance endpoint) => endpoint.Chain?.Pass.At ?? endpoint.At;

    private string Paths(IReadOnlyList<UnguardedCall> calls)
    {
        var paths = calls.Select(PathOf).Distinct().ToList();
        return NameList.Of(Shortened(paths, CallPathEnumeration.MostPaths, "others"), quote: "");
    }

    private string PathOf(UnguardedCall call)
    {
        var ofType = call.Endpoint.Site.OfType;
        var names = ofType is null
            ? codeNames.Along(call.Path.Codes(), call.Endpoint.Site.Member)
            : codeNames.Along(call.Path.Codes().Skip(1), CodeKey.Of(ofType.Method));
        var requirement = call.Path.Requirement;
        if (requirement.Site is { Library.Assembly: var library, Call.Location.IsInSource: false })
        {
            var through = string.Join(" → ", new[] { names, requirement.Site.Library.Through }.Where(name => name.Length > 0));
            return $"{requirement.Operation} through {through} (in {library})";
        }

        return names.Length == 0 ? requirement.Operation : $"{requirement.Operation} through {names} ({CodeNames.Place(requirement.Site.Call.Location)})";
    }

    private static IEnumerable<string> Shortened(List<string> names, int most, string others) =>
        names.Count > most ? names.Take(most).Append(others) : names;
}
