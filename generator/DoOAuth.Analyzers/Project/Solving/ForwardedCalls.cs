using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Follows calls that depend on parameters to those who give them, until there is nothing new.</summary>
/// <param name="graph">Who calls whom.</param>
/// <param name="endpoints">The endpoints that code maps.</param>
/// <param name="reader">Reads what calls pass.</param>
/// <param name="bodies">Gives the code of the calls.</param>
/// <param name="replay">Makes of calls what their callers make of them.</param>
/// <param name="variants">Tells calls apart that depend on classes and type arguments.</param>
/// <param name="reach">Tells whether anybody makes a call.</param>
/// <param name="limits">Takes the limits that are reached.</param>
internal sealed class ForwardedCalls(CallGraph graph, IEnumerable<EndpointSite> endpoints, ApiCallReader reader, MemberBodies bodies, CallReplay replay, CallVariants variants, CallReach reach, ReachedLimits limits)
{
    // More than the largest projects have. What is left then counts as a call that nobody gives an address.
    private const int MostCalls = 20_000;

    private readonly Dictionary<(CallEdge Edge, CodeKey Method), CallArguments> _arguments = [];
    private readonly Lazy<HashSet<CodeKey>> _handlers = new(() => [.. endpoints.SelectMany(endpoint => endpoint.Handlers).Where(handler => handler.Ordinal is null).Select(handler => handler.Code.Key)]);
    private readonly KnownObjects _objects = new(graph);
    private readonly List<ApiCallSite> _resolved = [];
    private readonly List<ApiCallSite> _unresolved = [];
    private readonly List<ApiCallAlternative> _unclaimed = [];
    private readonly Queue<ApiCallSite> _open = new();
    private readonly HashSet<(CodeKey From, string Request)> _seen = [];

    /// <summary>The calls whose parameters nobody in the project gives.</summary>
    public IReadOnlyList<ApiCallSite> Unresolved => _unresolved;

    /// <summary>The requests on clients of which the callers say nothing.</summary>
    public IEnumerable<ApiCallAlternative> Unclaimed => _unclaimed;

    /// <summary>The calls as each caller makes them. Their location is where the caller hands the address in.</summary>
    public IReadOnlyList<ApiCallSite> Resolve(IEnumerable<ApiCallSite> calls, CancellationToken cancellationToken)
    {
        foreach (var site in calls)
        {
            Follow(site);
        }

        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var site = _open.Dequeue();
            if (_resolved.Count < MostCalls && site.Call.Parameters.Select(parameter => parameter.ContainingSymbol).OfType<IMethodSymbol>().FirstOrDefault() is { } method)
            {
                FollowTo(method, site);
            }
            else
            {
                if (_resolved.Count >= MostCalls)
                {
                    limits.Reach(new ReachedLimit(MostCalls, "calls that are passed on"), site.Call.Location);
                }

                _unresolved.Add(site);
            }
        }

        return _resolved;
    }

    private void FollowTo(IMethodSymbol method, ApiCallSite site)
    {
        var code = CodeKey.Of(method);
        var edges = CallsOf(code);

        // What is mapped or registered is called with what the framework has.
        var isInjected = site.Call.IsTyped && edges.RemoveAll(edge => edge.Call is null) > 0;
        if (edges.Count == 0 && WithDefaults(method, site.Call) is { } made)
        {
            _resolved.Add(site with { Call = made });
            Follow(_resolved[_resolved.Count - 1]);
        }
        else if (edges.Count == 0 || isInjected)
        {
            _unresolved.Add(site);
        }

        var makers = method.MethodKind == MethodKind.Constructor ? edges.FindAll(edge => MayBeOfOneObject(edge.From, site.From)) : [];
        var possible = method.MethodKind == MethodKind.Constructor ? makers.FindAll(edge => _objects.MayMake(edge, method, site)) : edges;
        if (possible.Count < makers.Count && possible.Count == 0 && graph.Into(site.User ?? site.From).Count > 0)
        {
            _unresolved.Add(site);
        }

        foreach (var edge in possible)
        {
            // What an object was made with is the same wherever it is used.
            var context = method.MethodKind == MethodKind.Constructor ? CallContext.Of(site) : CallContext.Of(site).Before(edge, code);
            var derived = DerivedIn(edge.From, method);
            if (context is null || (derived is not null && (context.Receiver ?? site.ObjectType) is { } known && !CallContext.AreRelated(known, derived)))
            {
                continue;
            }

            var operation = edge.Call is null ? null : bodies.Of(edge.Call);
            var (arguments, at) = (ArgumentsOf(edge, code, method, operation), PlaceOf(edge, operation, site.Call));
            // In a method that calls itself, what its caller passes holds for the first round only.
            if (replay.Before(graph.CallsItself(code) ? site with { Sent = null } : site, method, operation, arguments, at) is not { } call)
            {
                _unclaimed.AddRange(site.Call.Unclaimed(arguments, at));
                continue;
            }

            // What an object was made with is used by its methods: who makes it need not be who calls them.
            var outer = method.MethodKind == MethodKind.Constructor
                ? site with { Call = call }
                : new ApiCallSite(edge.From, call, [.. edge.Conditions.Union(site.Conditions)], [code, .. site.Through]) { Library = site.Library, IsChecked = site.IsChecked };
            outer = outer with { Followed = site.Followed.Add(code), Receiver = context.Receiver ?? derived ?? OwnIn(edge, method), TypeArguments = context.Bindings, First = site.First ?? site.Call, User = edge.From, ObjectType = site.ObjectType ?? ObjectTypeOf(edge, call) };
            outer = operation is null || site.Steps.Any(step => SymbolEqualityComparer.Default.Equals(step.Method, method)) ? outer with { Sent = null } : outer with { Sent = site.Sent, Steps = site.Steps.Add(new CallStep(edge.Call!, method, at)) };
            if (site.Followed.Contains(code) && RequestOf(call) != RequestOf(site.Call))
            {
                outer = outer with { Call = call.Widened() };
            }

            if (outer.Call.Limit is { } limit)
            {
                limits.Reach(limit, outer.Call.Location);
            }

            foreach (var one in variants.Of(outer).Where(one => ReferenceEquals(one.Receiver, site.Receiver) || reach.MayBeReached(one)))
            {
                _resolved.Add(one);
                Follow(one);

                // A handler that the method maps keeps what the method was given.
                if (!site.From.Equals(code) && _handlers.Value.Contains(site.From))
                {
                    _resolved.Add(one with { From = site.From });
                }

                // A function that the method returns is run by the code that gets it.
                if (edge.Call is { } making && !site.From.Equals(code) && method.ReturnType is { TypeKind: TypeKind.Delegate } or { Name: "Delegate" })
                {
                    _resolved.Add(one with { From = CodeKey.Of(making) });
                }
            }
        }
    }

    // An object that nobody makes is a service, and texts of its constructor have their defaults. Null if others are open.
    private static ApiCall? WithDefaults(IMethodSymbol constructor, ApiCall call)
    {
        if (constructor.MethodKind != MethodKind.Constructor || call.Parameters.Any(parameter => parameter is not { HasExplicitDefaultValue: true, ExplicitDefaultValue: string }))
        {
            return null;
        }

        var arguments = new CallArguments(CallArguments.PartsOf(constructor));
        foreach (var parameter in call.Parameters)
        {
            arguments.Add(parameter.Ordinal, ArgumentValues.Nothing with { Texts = [TextPattern.Of((string)parameter.ExplicitDefaultValue!)] });
        }

        return call.Substitute(arguments, call.Location);
    }

    // Who calls a function that a field or property has calls that.
    private List<CallEdge> CallsOf(CodeKey code)
    {
        var edges = graph.Into(code);
        var held = edges.Where(edge => edge is { Call: null, From.Symbol: IFieldSymbol or IPropertySymbol }).Select(edge => edge.From).Distinct().ToList();
        return held.Count == 0 ? [.. edges] : [.. edges.Where(edge => edge.Call is not null), .. held.SelectMany(graph.Into)];
    }

    // The class that calls a method of its own base class.
    private static INamedTypeSymbol? OwnIn(CallEdge edge, IMethodSymbol method) =>
        edge is { To.IsOnThis: true, From.Symbol.ContainingType: { } own } && !SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, method.ContainingType.OriginalDefinition) && DerivesFrom(own, method.ContainingType)
            ? own
            : null;

    // A base class gets its client from several derived classes, and the caller calls one of them.
    private static INamedTypeSymbol? ObjectTypeOf(CallEdge edge, ApiCall call) =>
        edge.To is { IsOnThis: false, Receiver: INamedTypeSymbol { TypeKind: TypeKind.Class } type }
        && call.Parameters.Any(parameter => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var made } && DerivesFrom(type, made))
            ? type
            : null;

    // The class that gives its base class's constructor the arguments: others give it others.
    private static INamedTypeSymbol? DerivedIn(CodeKey maker, IMethodSymbol constructor) =>
        constructor.MethodKind == MethodKind.Constructor
        && maker.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var made }
        && !SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, constructor.ContainingType.OriginalDefinition)
        && DerivesFrom(made, constructor.ContainingType)
            ? made
            : null;

    private void Follow(ApiCallSite site)
    {
        if (!site.Call.Open.IsEmpty && _seen.Add((site.From, $"{RequestOf(site.Call)}{string.Concat(site.Conditions.Select(condition => condition.GetHashCode()))} {site.Receiver} {site.ObjectType} {string.Concat(site.TypeArguments)} {MadeOn(site)}")))
        {
            _open.Enqueue(site);
        }
    }

    // Who made the object depends on which one it is, and what is sent may depend on what each call of the way passes.
    private static string MadeOn(ApiCallSite site) => string.Concat(site.Steps.Select(step => $" {step.Call.SpanStart}"));

    private static string RequestOf(ApiCall call) => string.Join(
        "\n", call.Open.Select(open => $"{open.Verb} {open.Address} {string.Join(" ", open.Parameters.Append(call.Client.Parameter).Select(parameter => $"{parameter?.ContainingSymbol.Name}.{parameter?.Name}"))}"));

    private CallArguments ArgumentsOf(CallEdge edge, CodeKey code, IMethodSymbol method, IOperation? operation)
    {
        if (!_arguments.TryGetValue((edge, code), out var arguments))
        {
            var parts = CallArguments.PartsOf(method);
            _arguments.Add((edge, code), arguments = operation is null ? new CallArguments(parts) : reader.ReadArguments(operation, parts));
        }

        return arguments;
    }

    private static Location PlaceOf(CallEdge edge, IOperation? call, ApiCall forwarded)
    {
        var parameters = forwarded.Open.SelectMany(open => open.Parameters).Select(parameter => parameter.Ordinal).ToList();
        return (call is null ? [] : ValueReader.ArgumentsOf(call)).FirstOrDefault(argument => argument.Parameter is { } parameter && parameters.Contains(parameter.Ordinal)) is { } handedIn
            ? handedIn.Value.Syntax.GetLocation()
            : edge.At;
    }

    private static bool MayBeOfOneObject(CodeKey maker, CodeKey user) =>
        maker.Symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var made }
        || user.Symbol?.ContainingType is not { } used
        || DerivesFrom(made, used)
        || DerivesFrom(used, made);

    private static bool DerivesFrom(INamedTypeSymbol? type, INamedTypeSymbol other)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, other.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
