using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Lists the endpoints of a project, once for each call of the method that creates them with a builder.</summary>
internal sealed class EndpointExpansion(ProjectSummary summary, BuilderIndex index, GuardSearch guards, Dispatch dispatch, ReachedLimits limits)
{
    private const int Deepest = 64;

    // Each caller of a caller counts: with several at each step they multiply.
    private const int MostChains = 10_000;

    // Methods that only call each other give no way at all, however long they are followed.
    private const int MostSteps = 100_000;

    // A method that maps groups in groups calls itself. Further rounds add nothing new.
    private const int MostRounds = 2;

    private readonly ILookup<CodeKey, CallTarget> _held = summary.Edges
        .Where(edge => edge.From.Symbol is { Kind: SymbolKind.Field or SymbolKind.Property })
        .ToLookup(edge => edge.From, edge => edge.To);

    private readonly Dictionary<(CodeKey From, CodeKey Member), IReadOnlyList<CallChain?>> _chains = [];

    private int _steps;

    public IEnumerable<EndpointInstance> All() =>
        from site in summary.Endpoints.OrderBy(site => site.Name, LocationOrder.Order)
        from chain in ChainsTo(site.From, site.Member, site.Name)
        where site.OfType is not { MappedAs: { } parameter, Type: var type } || IsNamed(type, parameter, chain)
        select Instance(site, chain);

    private EndpointInstance Instance(EndpointSite site, CallChain? chain)
    {
        var at = site.Name;
        var handlers = site.Handlers.SelectMany(handler => CodeOf(handler, chain, ref at, depth: 0)).Distinct().ToImmutableArray();
        return new EndpointInstance(site, chain, handlers, guards.Of(site, chain), at);
    }

    private List<(CodeKey Code, CallTarget Named)> CodeOf(Handler handler, CallChain? chain, ref Location at, int depth)
    {
        var codes = new List<(CodeKey Code, CallTarget Named)>();
        if (depth > Deepest)
        {
            limits.Reach(new ReachedLimit(Deepest, "methods that pass a handler on"), at);
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
            codes.AddRange(dispatch.Of(handler.Code).Concat(BindersOf(handler.Code.Method)).Select(code => (code, handler.Code)));
        }

        return codes;
    }

    // A parameter's type may make its value of the request itself.
    private static IEnumerable<CodeKey> BindersOf(IMethodSymbol? method) => (method?.Parameters ?? [])
        .SelectMany(parameter => parameter.Type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type ? type.GetMembers("BindAsync") : [])
        .OfType<IMethodSymbol>()
        .Where(binder => binder.IsStatic)
        .Select(CodeKey.Of);

    // From the innermost call outwards. A method that is not called with a builder counts by itself.
    private IReadOnlyList<CallChain?> ChainsTo(CodeKey from, CodeKey member, Location at)
    {
        if (!_chains.TryGetValue((from, member), out var chains))
        {
            _steps = 0;
            chains = [.. ChainsTo(from, member, [], 0).Take(MostChains + 1)];
            if (chains.Count > MostChains || _steps > MostSteps)
            {
                limits.Reach(new ReachedLimit(MostChains, "ways to map an endpoint"), at);
                chains = [.. chains.Take(MostChains)];
            }

            _chains.Add((from, member), chains = chains.Count == 0 ? [null] : chains);
        }

        return chains;
    }

    private IEnumerable<CallChain?> ChainsTo(CodeKey from, CodeKey member, ImmutableHashSet<BuilderCallSite> seen, int depth)
    {
        if (++_steps > MostSteps)
        {
            return [];
        }

        var method = index.Callers.Contains(from) ? from : member;
        if (depth > Deepest || !index.Callers.Contains(method))
        {
            return [null];
        }

        return
            from pass in index.Callers[method]
            where !seen.Contains(pass) && seen.Count(known => known.Member.Equals(pass.Member)) < MostRounds
            from outer in ChainsTo(pass.From, pass.Member, seen.Add(pass), depth + 1)
            where MayCall(pass, method, outer)
            select new CallChain(pass, method, outer);
    }

    // A generic method maps the type that its caller names.
    private static bool IsNamed(INamedTypeSymbol type, ITypeParameterSymbol parameter, CallChain? chain) =>
        chain?.Pass.To.Method is { } named
        && SymbolEqualityComparer.Default.Equals((named.ReducedFrom ?? named).OriginalDefinition, parameter.DeclaringMethod?.OriginalDefinition)
        && SymbolEqualityComparer.Default.Equals(named.TypeArguments[parameter.Ordinal].OriginalDefinition, type.OriginalDefinition);

    // In a generic method, T.Map(routes) calls the method of the type that the caller names.
    private static bool MayCall(BuilderCallSite pass, CodeKey method, CallChain? outer) =>
        pass.To.Receiver is not ITypeParameterSymbol { DeclaringMethod: { } generic } parameter
        || outer?.Pass.To.Method is not { } named
        || !SymbolEqualityComparer.Default.Equals((named.ReducedFrom ?? named).OriginalDefinition, generic.OriginalDefinition)
        || named.TypeArguments[parameter.Ordinal] is not INamedTypeSymbol argument
        || method.Symbol?.ContainingType is not { } declaring
        || Includes(declaring, argument);

    private static bool Includes(INamedTypeSymbol type, INamedTypeSymbol derived)
    {
        for (var candidate = derived; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, type.OriginalDefinition))
            {
                return true;
            }
        }

        return derived.TypeKind == TypeKind.Interface || derived.AllInterfaces.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, type.OriginalDefinition));
    }
}
