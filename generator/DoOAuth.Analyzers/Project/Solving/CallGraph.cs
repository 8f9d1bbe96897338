using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>The call graph, in both directions. The search for endpoints starts at the calls of the API.</summary>
internal sealed class CallGraph
{
    private static readonly List<CallEdge> None = [];

    private static readonly List<(CallEdge Edge, CodeKey Target)> NoTargets = [];

    private readonly Dictionary<CodeKey, List<CallEdge>> _into = [];
    private readonly Dictionary<CodeKey, List<(CallEdge Edge, CodeKey Target)>> _outOf = [];
    private readonly Dictionary<CodeKey, bool> _callsItself = [];

    public CallGraph(ProjectSummary summary, Dispatch dispatch)
    {
        var initialized = new HashSet<CodeKey>();
        foreach (var edge in summary.Edges)
        {
            HasConditions |= !edge.Conditions.IsEmpty;
            foreach (var target in dispatch.Of(edge.To))
            {
                Add(target, edge);
            }

            Initialize(edge.From, initialized);
        }

        foreach (var call in summary.Calls)
        {
            Initialize(call.From, initialized);
        }

        foreach (var edges in _into.Values)
        {
            edges.Sort(static (edge, other) => LocationOrder.Compare(edge.At, other.At));
        }

        foreach (var edges in _outOf.Values)
        {
            edges.Sort(static (edge, other) => LocationOrder.Compare(edge.Edge.At, other.Edge.At));
        }
    }

    /// <summary>Whether any code asks for scopes before it calls other code.</summary>
    public bool HasConditions { get; }

    /// <summary>The edges that lead to the code, by location.</summary>
    public IReadOnlyList<CallEdge> Into(CodeKey code) => _into.TryGetValue(code, out var edges) ? edges : None;

    /// <summary>The edges that lead out of the code, by location, each with the code that it leads to.</summary>
    public IReadOnlyList<(CallEdge Edge, CodeKey Target)> OutOf(CodeKey code) => _outOf.TryGetValue(code, out var edges) ? edges : NoTargets;

    /// <summary>Whether code calls itself, possibly through other code. A decorator, which calls another object of its interface, does not.</summary>
    public bool CallsItself(CodeKey code)
    {
        if (!_callsItself.TryGetValue(code, out var isRecursive))
        {
            var (seen, open) = (new HashSet<CodeKey>(), new Stack<CodeKey>([code]));
            while (open.Count > 0 && !isRecursive)
            {
                foreach (var edge in Into(open.Pop()).Where(edge => !edge.To.IsDispatched))
                {
                    isRecursive |= edge.From.Equals(code);
                    if (seen.Add(edge.From))
                    {
                        open.Push(edge.From);
                    }
                }
            }

            _callsItself.Add(code, isRecursive);
        }

        return isRecursive;
    }

    // Code that creates an object runs the initializers of its fields. A delegate in an initializer is only created there.
    private void Initialize(CodeKey member, HashSet<CodeKey> initialized)
    {
        if (member.Symbol is not { Kind: SymbolKind.Field or SymbolKind.Property, IsStatic: false, ContainingType: { } type } symbol
            || (symbol is IFieldSymbol { Type: var fieldType } ? fieldType : ((IPropertySymbol)symbol).Type) is { TypeKind: TypeKind.Delegate } or { Name: "Lazy" }
            || !initialized.Add(member))
        {
            return;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            Add(member, new CallEdge(CodeKey.Of(constructor), new CallTarget(member), [], symbol.Locations[0]));
        }
    }

    private void Add(CodeKey target, CallEdge edge)
    {
        if (!_into.TryGetValue(target, out var edges))
        {
            _into.Add(target, edges = []);
        }

        edges.Add(edge);
        if (!_outOf.TryGetValue(edge.From, out var targets))
        {
            _outOf.Add(edge.From, targets = []);
        }

        targets.Add((edge, target));
    }
}
