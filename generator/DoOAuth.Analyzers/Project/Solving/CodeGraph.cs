using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Which code runs which, seen from what is run: the search for endpoints goes from the calls of the API outwards.</summary>
internal sealed class CodeGraph
{
    private static readonly List<Step> None = [];

    private readonly Dictionary<CodeKey, List<Step>> _into = [];

    public CodeGraph(FlowFacts facts, Dispatch dispatch)
    {
        var initialized = new HashSet<CodeKey>();
        foreach (var step in facts.Steps)
        {
            foreach (var target in dispatch.Of(step.To))
            {
                Add(target, step);
            }

            Initialize(step.From, initialized);
        }

        foreach (var call in facts.Calls)
        {
            Initialize(call.From, initialized);
        }

        foreach (var steps in _into.Values)
        {
            steps.Sort(static (step, other) => ByPlace.Compare(step.At, other.At));
        }
    }

    /// <summary>The steps that lead to the code, in the order of their places.</summary>
    public IReadOnlyList<Step> Into(CodeKey code) => _into.TryGetValue(code, out var steps) ? steps : None;

    // Whoever makes an object runs the initializers of its fields. A delegate in one is only made there.
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
            Add(member, new Step(CodeKey.Of(constructor), new CodeTarget(member), [], symbol.Locations[0]));
        }
    }

    private void Add(CodeKey target, Step step)
    {
        if (!_into.TryGetValue(target, out var steps))
        {
            _into.Add(target, steps = []);
        }

        steps.Add(step);
    }
}
