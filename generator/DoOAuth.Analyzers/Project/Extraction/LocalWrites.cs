using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>The values that are assigned to a method's local variables. They are read once for each method, and only if needed.</summary>
internal sealed class LocalWrites
{
    private static readonly ConditionalWeakTable<IOperation, LocalWrites> Known = new();

    private readonly Dictionary<ILocalSymbol, List<LocalWrite>> _writes = new(SymbolEqualityComparer.Default);

    private LocalWrites(IOperation root)
    {
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                    Add(declarator.Symbol, new LocalWrite(initializer.Value, declarator));
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                    Add(target.Local, new LocalWrite(assignment.Value, assignment));
                    break;
                case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                    Add(target.Local, new LocalWrite(assignment.Value, assignment));
                    break;
                case ILocalReferenceOperation { Parent: IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } } target:
                    Add(target.Local, new LocalWrite(null, target));
                    break;
                case ILocalReferenceOperation { Parent: ITupleOperation { Parent: IDeconstructionAssignmentOperation } } target:
                    Add(target.Local, new LocalWrite(null, target));
                    break;
                case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                    Add(target.Local, new LocalWrite(null, assignment));
                    break;
            }
        }
    }

    /// <summary>The writes in the method that contains the operation.</summary>
    public static LocalWrites Of(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return Known.GetValue(operation, static root => new LocalWrites(root));
    }

    /// <summary>The writes to the local in the order of the code; none if a loop or a pattern assigns it.</summary>
    public ImmutableArray<LocalWrite> To(ILocalSymbol local) => _writes.TryGetValue(local, out var writes) ? [.. writes] : [];

    /// <summary>The local's value, if only one is assigned, and before it is used. A value never depends on its own use.</summary>
    public IOperation? OnlyValueBefore(ILocalReferenceOperation use) =>
        _writes.TryGetValue(use.Local, out var writes)
        && writes is [{ Value: { } value }]
        && value.Syntax.Span.End <= use.Syntax.SpanStart
            ? value
            : null;

    private void Add(ILocalSymbol local, LocalWrite write)
    {
        if (!_writes.TryGetValue(local, out var writes))
        {
            _writes.Add(local, writes = []);
        }

        writes.Add(write);
    }
}
