using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Lists the endpoints of a project, each as often as the method that makes it is called with a builder.</summary>
internal sealed class EndpointExpansion(FlowFacts facts, BuilderIndex index, GuardSearch guards, Dispatch dispatch)
{
    private const int Deepest = 8;
    private const int MostChains = 64;

    private readonly ILookup<CodeKey, CodeTarget> _held = facts.Steps
        .Where(step => step.From.Symbol is { Kind: SymbolKind.Field or SymbolKind.Property })
        .ToLookup(step => step.From, step => step.To);

    private readonly Dictionary<(CodeKey From, CodeKey Member), IReadOnlyList<CallChain?>> _chains = [];

    public IEnumerable<EndpointInstance> All() =>
        from fact in facts.Endpoints.OrderBy(fact => fact.Name, ByPlace.Order)
        from chain in ChainsTo(fact.From, fact.Member)
        select Instance(fact, chain);

    private EndpointInstance Instance(EndpointFact fact, CallChain? chain)
    {
        var at = fact.Name;
        var handlers = fact.Handlers.SelectMany(handler => CodeOf(handler, chain, ref at, depth: 0)).Distinct().ToImmutableArray();
        return new EndpointInstance(fact, chain, handlers, guards.Of(fact.Origin, chain), at);
    }

    private List<CodeKey> CodeOf(Handler handler, CallChain? chain, ref Location at, int depth)
    {
        var codes = new List<CodeKey>();
        if (depth > Deepest)
        {
            return codes;
        }

        if (handler.Ordinal is { } ordinal)
        {
            if (CallChain.To(handler.Code.Key, chain) is { } call)
            {
                at = call.Pass.At;
                foreach (var given in call.Pass.Arguments.Where(argument => argument.Ordinal == ordinal).SelectMany(argument => argument.Handlers))
                {
                    codes.AddRange(CodeOf(given, call.Outer, ref at, depth + 1));
                }
            }
        }
        else if (handler.Code.Key.Symbol is { Kind: SymbolKind.Field or SymbolKind.Property })
        {
            foreach (var held in _held[handler.Code.Key])
            {
                codes.AddRange(CodeOf(new Handler(held), chain, ref at, depth + 1));
            }
        }
        else
        {
            codes.AddRange(dispatch.Of(handler.Code));
        }

        return codes;
    }

    // From the innermost call outwards; a method that nobody calls with a builder stands for itself.
    private IReadOnlyList<CallChain?> ChainsTo(CodeKey from, CodeKey member)
    {
        if (!_chains.TryGetValue((from, member), out var chains))
        {
            chains = [.. ChainsTo(from, member, [], 0).Take(MostChains)];
            _chains.Add((from, member), chains = chains.Count == 0 ? [null] : chains);
        }

        return chains;
    }

    private IEnumerable<CallChain?> ChainsTo(CodeKey from, CodeKey member, ImmutableHashSet<PassFact> seen, int depth)
    {
        var method = index.Callers.Contains(from) ? from : member;
        if (depth > Deepest || !index.Callers.Contains(method))
        {
            return [null];
        }

        return
            from pass in index.Callers[method]
            where !seen.Contains(pass)
            from outer in ChainsTo(pass.From, pass.Member, seen.Add(pass), depth + 1)
            select new CallChain(pass, method, outer);
    }
}
