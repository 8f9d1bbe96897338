using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Evaluates the definitions that reach a use, and those that they depend on.</summary>
/// <param name="definitions">The definitions of the variable.</param>
/// <param name="initial">What the variable has at the beginning.</param>
/// <param name="evaluate">The values of a definition, given those of the variable before it; null for one that leaves them alone.</param>
/// <param name="dependsOnBefore">Whether the values before it matter.</param>
/// <param name="mayGoOn">Whether another definition may be evaluated. If not, there are no values.</param>
internal sealed class DefinitionValues<T>(
    VariableDefinitions definitions,
    ImmutableArray<T> initial,
    Func<Definition, ImmutableArray<T>, ImmutableArray<T>?> evaluate,
    Func<IOperation, bool> dependsOnBefore,
    Func<bool> mayGoOn)
{
    private readonly Dictionary<Definition, ImmutableArray<T>> _values = [];

    /// <summary>The values that the variable may have where some of its definitions reach.</summary>
    public ImmutableArray<T> Of(ImmutableArray<Definition> reaching)
    {
        var (order, isCyclic) = Ordered(reaching);

        // What a loop makes of its own results has no end. The second round shows whether it stays the same.
        for (var round = 0; round < (isCyclic ? 2 : 1); round++)
        {
            foreach (var definition in order)
            {
                if (!mayGoOn())
                {
                    return [];
                }

                var before = definition.Operation is { } operation && dependsOnBefore(operation) ? Known(definitions.Before(definition)) : [];
                _values[definition] = definition.Operation is null ? initial : evaluate(definition, before) ?? before;
            }
        }

        return Known(reaching);
    }

    private ImmutableArray<T> Known(ImmutableArray<Definition> some) => some is [var only]
        ? _values.TryGetValue(only, out var values) ? values : []
        : [.. some.SelectMany(one => _values.TryGetValue(one, out var values) ? values : []).Distinct()];

    // Each comes after those that it depends on, but for cycles.
    private (List<Definition> Order, bool IsCyclic) Ordered(ImmutableArray<Definition> reaching)
    {
        var (order, underway, isCyclic) = (new List<Definition>(), new Dictionary<Definition, bool>(), false);
        var open = new Stack<(Definition Definition, bool IsDone)>(reaching.Reverse().Select(definition => (definition, false)));
        while (open.Count > 0)
        {
            var (definition, isDone) = open.Pop();
            if (isDone)
            {
                underway[definition] = false;
                order.Add(definition);
            }
            else if (underway.TryGetValue(definition, out var isUnderway))
            {
                isCyclic |= isUnderway;
            }
            else
            {
                underway.Add(definition, true);
                open.Push((definition, true));
                foreach (var before in definition.Operation is { } operation && dependsOnBefore(operation) ? definitions.Before(definition).Reverse() : [])
                {
                    open.Push((before, false));
                }
            }
        }

        return (order, isCyclic);
    }
}
