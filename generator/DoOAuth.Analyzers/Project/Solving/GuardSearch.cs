using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Collects the guards and filters of a builder and of all groups around it: those that are added where it is created, in methods
/// that it is passed to, and by callers that it is returned to.
/// </summary>
internal sealed class GuardSearch(BuilderIndex index, ReachedLimits limits)
{
    /// <summary>The most builders around one another.</summary>
    public const int Deepest = 64;

    // Sets that are the same count once, so that only guards that differ from branch to branch multiply.
    private const int MostAlternatives = 256;

    private static readonly ImmutableHashSet<Guard> Nothing = [];
    private static readonly ImmutableHashSet<Guard> Unreadable = [new(GuardKind.Unreadable)];

    private readonly Dictionary<(BuilderOrigin Origin, CallChain? Chain), List<ImmutableHashSet<Guard>>> _known = [];
    private readonly HashSet<(BuilderOrigin Origin, CallChain? Chain)> _underway = [];
    private int _circles;
    private Location _at = Location.None;

    /// <summary>The number of visited builders.</summary>
    public long Visited { get; private set; }

    /// <summary>The guards of a builder. There are several sets if branches determine the builder, and each must be sufficient.</summary>
    /// <param name="origin">The builder.</param>
    /// <param name="chain">The calls that reach its method.</param>
    /// <param name="at">The endpoint.</param>
    public IReadOnlyList<ImmutableHashSet<Guard>> Of(BuilderOrigin origin, CallChain? chain, Location at)
    {
        _at = at;
        return Of(origin, chain, 0) is { Count: > 0 } sets ? sets : [Nothing];
    }

    /// <summary>The guards of an endpoint: those of its builder or, if a framework makes it of a method, also those on the method and its type.</summary>
    /// <param name="site">The endpoint.</param>
    /// <param name="chain">The calls that reach the method that maps it.</param>
    public IReadOnlyList<ImmutableHashSet<Guard>> Of(EndpointSite site, CallChain? chain)
    {
        if (site.OfType is not { } type)
        {
            return Of(site.Origin, chain, site.Name);
        }

        _at = site.Name;
        List<ImmutableHashSet<Guard>> sets = [[.. type.Guards]];
        foreach (var builder in type.Builders)
        {
            sets = Combined(sets, Of(builder, chain, 0));
        }

        return sets;
    }

    // Builders that come of themselves add no others. What does not depend on that is remembered.
    private List<ImmutableHashSet<Guard>> Of(BuilderOrigin origin, CallChain? chain, int depth)
    {
        Visited++;
        if (_known.TryGetValue((origin, chain), out var known))
        {
            return known;
        }

        if (depth > Deepest || (origin.Kind == BuilderKind.Opaque && (origin.Key.Equals(default) || !(index.Callers.Contains(origin.Key) || OfFunction(origin, chain).Any()))))
        {
            if (depth > Deepest)
            {
                limits.Reach(new ReachedLimit(Deepest, "builders around one another"), _at);
            }

            return [Unreadable];
        }

        if (!_underway.Add((origin, chain)))
        {
            _circles++;
            return [];
        }

        var circles = _circles;
        var sets = Read(origin, chain, depth);
        _underway.Remove((origin, chain));
        if (_circles == circles)
        {
            _known.Add((origin, chain), sets);
        }

        return sets;
    }

    private List<ImmutableHashSet<Guard>> Read(BuilderOrigin origin, CallChain? chain, int depth)
    {
        var around = origin.Kind switch
        {
            BuilderKind.Call when index.Made.TryGetValue(origin, out var made) => OfAny(made.Around, chain, depth),
            BuilderKind.Call when index.Passes.TryGetValue(origin, out var passed) => OfAny(
                passed.Methods.SelectMany(method => index.Returns[method].SelectMany(origins => origins).Select(result => (result, (CallChain?)new CallChain(passed.Pass, method, chain)))), depth),
            BuilderKind.Opaque when !index.Callers.Contains(origin.Key) => OfAny(OfFunction(origin, chain), depth),
            BuilderKind.Parameter or BuilderKind.Opaque => OfParameter(origin, chain, depth),
            BuilderKind.Member => OfAny([.. index.Members[origin.Key].SelectMany(origins => origins)], null, depth),
            _ => [Nothing],
        };
        return Combined(around, PutOn(origin, chain, depth));
    }

    private List<ImmutableHashSet<Guard>> OfParameter(BuilderOrigin origin, CallChain? chain, int depth)
    {
        if (CallChain.To(origin.Key, chain) is { } call)
        {
            return OfAny([.. call.Pass.Arguments.Where(argument => argument.Ordinal == origin.Ordinal).SelectMany(argument => argument.Origins)], call.Outer, depth);
        }

        if (index.Delegated.Contains(origin.Key) || IsCalledElsewhere(origin.Key))
        {
            var run = OfFunction(origin, chain).ToList();
            return run.Count > 0 ? OfAny(run, depth) : [Unreadable];
        }

        // Reached by another way than a call, such as a field or reflection: any caller may have passed it. Callers that only pass
        // on what they got are not followed: in a circle of methods there is no end to them.
        ImmutableArray<BuilderOrigin> given = [.. index.Callers[origin.Key].SelectMany(pass => pass.Arguments).Where(argument => argument.Ordinal == origin.Ordinal).SelectMany(argument => argument.Origins).Where(builder => builder.Kind != BuilderKind.Parameter)];
        if (origin.Key.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && given.Distinct().Count() != 1)
        {
            // Which of the objects has the endpoint is not known.
            return [Unreadable];
        }

        return OfAny(given.IsEmpty ? index.Reflected : given, null, depth);
    }

    // A method of the project was given the function, and runs it with these builders.
    private IEnumerable<(BuilderOrigin Origin, CallChain? Chain)> OfFunction(BuilderOrigin origin, CallChain? chain) =>
        from given in index.GivenTo[origin.Key]
        from run in index.Run[(given.Method, given.Ordinal)]
        from argument in run.Arguments
        where argument.Ordinal == origin.Ordinal
        from builder in argument.Origins
        select (builder, (CallChain?)new CallChain(given.Pass, given.Method, chain));

    // A library calls what implements its interface, with which builder nobody knows.
    private static bool IsCalledElsewhere(CodeKey code) => code.Symbol is IMethodSymbol { IsStatic: false } method && method.ContainingType.AllInterfaces
        .Where(candidate => candidate.DeclaringSyntaxReferences.IsEmpty)
        .Any(candidate => candidate.GetMembers().Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));

    private List<ImmutableHashSet<Guard>> OfAny(ImmutableArray<BuilderOrigin> origins, CallChain? chain, int depth) =>
        OfAny(origins.Select(origin => (origin, chain)), depth);

    private List<ImmutableHashSet<Guard>> OfAny(IEnumerable<(BuilderOrigin Origin, CallChain? Chain)> origins, int depth)
    {
        var circles = _circles;
        var sets = Limited(origins.Distinct().SelectMany(item => Of(item.Origin, item.Chain, depth + 1)));

        // No sets at all are those of a builder that comes only of itself.
        return sets.Count == 0 && _circles == circles ? [Nothing] : sets;
    }

    // Guards on the builder itself, and not on those around it.
    private List<ImmutableHashSet<Guard>> PutOn(BuilderOrigin origin, CallChain? chain, int depth)
    {
        if (depth > Deepest)
        {
            return [Nothing];
        }

        List<ImmutableHashSet<Guard>> sets = [[.. index.Guards[origin].SelectMany(guard => GivenGuards.Of(guard, chain))]];
        foreach (var (pass, methods, ordinal) in index.PassedOn[origin])
        {
            if (pass.Delegate is { } place)
            {
                sets = Combined(sets, PutOnByDelegate(pass.To.Key, place, ordinal, chain, depth + 1));
                continue;
            }

            sets = Combined(sets, Limited(methods.SelectMany(method => PutOn(ParameterOf(method, ordinal), new CallChain(pass, method, chain), depth + 1))));
            if (methods.All(method => HandsBack(method, ordinal, depth + 1)))
            {
                sets = Combined(sets, PutOn(pass.Origin, chain, depth + 1));
            }
        }

        return chain is not null && IsReturned(origin, chain.Method) ? Combined(sets, PutOn(chain.Pass.Origin, chain.Outer, depth + 1)) : sets;
    }

    // What the delegate does that the method was given.
    private List<ImmutableHashSet<Guard>> PutOnByDelegate(CodeKey method, int place, int ordinal, CallChain? chain, int depth)
    {
        var codes = CallChain.To(method, chain)?.Pass.Arguments
            .Where(argument => argument.Ordinal == place)
            .SelectMany(argument => argument.Handlers)
            .Where(handler => handler.Ordinal is null)
            .Select(handler => handler.Code.Key)
            .ToList();
        return codes is null or [] ? [Unreadable] : Limited(codes.SelectMany(code => PutOn(ParameterOf(code, ordinal), chain, depth)));
    }

    // A lambda's parameter has its builder from the code that calls the lambda.
    private static BuilderOrigin ParameterOf(CodeKey code, int ordinal) => new(code.IsLambda ? BuilderKind.Opaque : BuilderKind.Parameter, code, ordinal);

    private bool IsReturned(BuilderOrigin origin, CodeKey method) => index.Returns[method].Any(origins => origins.Contains(origin));

    // Whether the method always returns its own builder, possibly through other such methods.
    private bool HandsBack(CodeKey method, int ordinal, int depth) =>
        depth <= Deepest
        && index.Returns[method].Any()
        && index.Returns[method].All(origins => origins.All(origin => IsParameter(origin, method, ordinal, depth)));

    private bool IsParameter(BuilderOrigin origin, CodeKey method, int ordinal, int depth) =>
        origin == new BuilderOrigin(BuilderKind.Parameter, method, ordinal)
        || (index.Passes.TryGetValue(origin, out var passed)
            && passed.Pass.Arguments.Any(argument =>
                argument.Origins is [var only]
                && only == new BuilderOrigin(BuilderKind.Parameter, method, ordinal)
                && passed.Methods.All(inner => HandsBack(inner, argument.Ordinal, depth + 1))));

    private List<ImmutableHashSet<Guard>> Limited(IEnumerable<ImmutableHashSet<Guard>> sets)
    {
        var distinct = new List<ImmutableHashSet<Guard>>();
        foreach (var set in sets)
        {
            if (!distinct.Exists(set.SetEquals))
            {
                distinct.Add(set);
            }

            if (distinct.Count > MostAlternatives)
            {
                limits.Reach(new ReachedLimit(MostAlternatives, "combinations of guards"), _at);
                distinct.RemoveAt(MostAlternatives);
                break;
            }
        }

        return distinct;
    }

    private List<ImmutableHashSet<Guard>> Combined(List<ImmutableHashSet<Guard>> first, List<ImmutableHashSet<Guard>> second) =>
        second is [{ IsEmpty: true }] or [] ? first
        : first is [{ IsEmpty: true }] ? second
        : Limited(first.SelectMany(set => second.Select(set.Union)));
}
