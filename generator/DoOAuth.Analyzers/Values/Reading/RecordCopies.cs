using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Follows records and structs that are copied with other values, as in <c>call with { Path = "/v2/droplets" }</c>.</summary>
internal static class RecordCopies
{
    /// <summary>
    /// What has the object's member: the copies that give it a value, and the objects of which others are copies. Null among them for what is not known;
    /// null if the object is no copy.
    /// </summary>
    public static IReadOnlyList<IOperation?>? Of(IOperation use, ValueReader values)
    {
        if (use is not IMemberReferenceOperation { Member: { ContainingType: { } type } member, Instance: { } instance and not IInstanceReferenceOperation }
            || !(type.IsRecord || type.IsValueType)
            || type.IsTupleType
            || values.Origins(instance) is var made && !made.Any(origin => origin is IWithOperation))
        {
            return null;
        }

        var (found, seen, open) = (new List<IOperation?>(), new HashSet<SyntaxNode>(), new Queue<IOperation?>(made));
        while (open.Count > 0)
        {
            var origin = open.Dequeue();
            if (origin is not IWithOperation copy || Replaced(copy, member) is not null)
            {
                found.Add(origin);
            }
            else if (seen.Add(copy.Syntax))
            {
                foreach (var copied in values.Origins(copy.Operand))
                {
                    open.Enqueue(copied);
                }
            }
        }

        return found;
    }

    /// <summary>The value that a copy gives a member with this name; null if it keeps the one it had.</summary>
    public static IOperation? Replaced(IWithOperation copy, string member) => copy.Initializer.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(assignment => assignment.Target is IMemberReferenceOperation { Member.Name: var name } && name == member)
        ?.Value;

    /// <summary>The value that a copy gives a member; null if it keeps the one it had, or if it is no copy.</summary>
    public static IOperation? Replaced(IOperation? origin, ISymbol member) => (origin as IWithOperation)?.Initializer.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .FirstOrDefault(assignment => assignment.Target is IMemberReferenceOperation { Member: var target } && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, member.OriginalDefinition))
        ?.Value;
}
