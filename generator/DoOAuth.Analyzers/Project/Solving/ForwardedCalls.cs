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

    /// <summary>The calls as each caller makes them. They stand where the caller hands the address in.</summary>
    /// <param name="calls">All calls, as they were read.</param>
    /// <param name="graph">Who calls whom.</param>
    /// <param name="unresolved">The calls whose address nobody in the project gives.</param>
    public static List<CallFact> Resolve(IEnumerable<CallFact> calls, CodeGraph graph, out List<CallFact> unresolved)
    {
        var resolved = new List<CallFact>();
        unresolved = [];
        var open = new Queue<(CallFact Fact, int Depth)>(calls.Where(fact => fact.Call.IsForwarded).Select(fact => (fact, 0)));
        while (open.Count > 0 && resolved.Count < MostCalls)
        {
            var (fact, depth) = open.Dequeue();
            var method = OwnerOf(fact);
            var steps = graph.Into(method);
            if (steps.Count == 0 || depth == DeepestHandingOn)
            {
                unresolved.Add(fact);
                continue;
            }

            foreach (var step in steps)
            {
                if (step.To.Method is not null && fact.Call.Substitute(ArgumentsOf(step, method), PlaceOf(step, fact.Call)) is { } call)
                {
                    var outer = new CallFact(step.From, call, step.Cover.AddRange(fact.Cover), [method, .. fact.Through]);
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

    // A lambda may hand on what its method was given.
    private static CodeKey OwnerOf(CallFact fact) =>
        ParametersOf(fact.Call).Select(parameter => parameter.ContainingSymbol).OfType<IMethodSymbol>().FirstOrDefault() is { } method ? CodeKey.Of(method) : fact.From;

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
    private static Dictionary<IParameterSymbol, ArgumentValues> ArgumentsOf(Step step, CodeKey method)
    {
        var arguments = new Dictionary<IParameterSymbol, ArgumentValues>(SymbolEqualityComparer.Default);
        var named = step.To.Method!.OriginalDefinition;
        foreach (var target in new[] { step.To.IsDispatched ? method.Symbol as IMethodSymbol : named, named.PartialImplementationPart })
        {
            if (target is null)
            {
                continue;
            }

            foreach (var argument in step.Arguments)
            {
                if (ParameterAt(argument.Ordinal, target) is { } parameter)
                {
                    arguments[parameter] = argument.Values;
                }
            }
        }

        return arguments;
    }

    private static Location PlaceOf(Step step, ApiCall call)
    {
        var handedOn = ParametersOf(call).Select(parameter => parameter.Name).ToList();
        var named = step.To.Method!;
        foreach (var argument in step.Arguments.Where(argument => !argument.Values.Texts.IsEmpty))
        {
            if (ParameterAt(argument.Ordinal, named) is not { } parameter || handedOn.Contains(parameter.Name))
            {
                return argument.At;
            }
        }

        return step.At;
    }

    private static IParameterSymbol? ParameterAt(int ordinal, IMethodSymbol method)
    {
        var receivers = method is { IsStatic: false, ContainingType.IsExtension: true } ? 1 : 0;
        return ordinal < receivers ? method.ContainingType.ExtensionParameter : method.Parameters.ElementAtOrDefault(ordinal - receivers);
    }
}
