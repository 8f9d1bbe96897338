using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Follows calls whose address comes from a parameter to those who give it.</summary>
internal static class ForwardedCalls
{
    private const int DeepestHandingOn = 5;
    private const int MostCalls = 20_000;

    /// <summary>The calls as each caller makes them. Their location is where the caller hands the address in.</summary>
    /// <param name="calls">All calls, as they were read.</param>
    /// <param name="graph">Who calls whom.</param>
    /// <param name="unresolved">The calls whose address nobody in the project gives.</param>
    public static List<ApiCallSite> Resolve(IEnumerable<ApiCallSite> calls, CallGraph graph, out List<ApiCallSite> unresolved)
    {
        var resolved = new List<ApiCallSite>();
        unresolved = [];
        var open = new Queue<(ApiCallSite Site, int Depth)>(calls.Where(site => site.Call.IsForwarded).Select(site => (site, 0)));
        while (open.Count > 0 && resolved.Count < MostCalls)
        {
            var (site, depth) = open.Dequeue();
            var method = OwnerOf(site);
            var edges = graph.Into(method);
            if (edges.Count == 0 || depth == DeepestHandingOn)
            {
                unresolved.Add(site);
                continue;
            }

            foreach (var edge in edges)
            {
                if (edge.To.Method is not null && site.Call.Substitute(ArgumentsOf(edge, method), PlaceOf(edge, site.Call)) is { } call)
                {
                    var outer = new ApiCallSite(edge.From, call, edge.Conditions.AddRange(site.Conditions), [method, .. site.Through]);
                    resolved.Add(outer);
                    if (call.IsForwarded)
                    {
                        open.Enqueue((outer, depth + 1));
                    }
                }
            }
        }

        return resolved;
    }

    // A lambda can pass on its method's arguments.
    private static CodeKey OwnerOf(ApiCallSite site) =>
        ParametersOf(site.Call).Select(parameter => parameter.ContainingSymbol).OfType<IMethodSymbol>().FirstOrDefault() is { } method ? CodeKey.Of(method) : site.From;

    private static IEnumerable<IParameterSymbol> ParametersOf(ApiCall call)
    {
        foreach (var alternative in call.Alternatives)
        {
            foreach (var piece in alternative.Address.Pieces)
            {
                if (piece.Parameter is { } parameter)
                {
                    yield return parameter;
                }
            }

            if (alternative.Verb.Parameter is { } verb)
            {
                yield return verb;
            }
        }

        if (call.ClientParameter is { } client)
        {
            yield return client;
        }
    }

    // An implementation has parameters of its own, in the places of those that the interface names; so have a partial method's parts.
    private static Dictionary<IParameterSymbol, ArgumentValues> ArgumentsOf(CallEdge edge, CodeKey method)
    {
        var arguments = new Dictionary<IParameterSymbol, ArgumentValues>(SymbolEqualityComparer.Default);
        var named = edge.To.Method!.OriginalDefinition;
        foreach (var target in new[] { edge.To.IsDispatched ? method.Symbol as IMethodSymbol : named, named.PartialImplementationPart })
        {
            if (target is null)
            {
                continue;
            }

            foreach (var argument in edge.Arguments)
            {
                if (ParameterAt(argument.Ordinal, target) is { } parameter)
                {
                    arguments[parameter] = argument.Values;
                }
            }
        }

        return arguments;
    }

    private static Location PlaceOf(CallEdge edge, ApiCall call)
    {
        var handedOn = ParametersOf(call).Select(parameter => parameter.Name).ToList();
        var named = edge.To.Method!;
        foreach (var argument in edge.Arguments.Where(argument => !argument.Values.Texts.IsEmpty))
        {
            if (ParameterAt(argument.Ordinal, named) is not { } parameter || handedOn.Contains(parameter.Name))
            {
                return argument.At;
            }
        }

        return edge.At;
    }

    private static IParameterSymbol? ParameterAt(int ordinal, IMethodSymbol method)
    {
        var receivers = method is { IsStatic: false, ContainingType.IsExtension: true } ? 1 : 0;
        return ordinal < receivers ? method.ContainingType.ExtensionParameter : method.Parameters.ElementAtOrDefault(ordinal - receivers);
    }
}
