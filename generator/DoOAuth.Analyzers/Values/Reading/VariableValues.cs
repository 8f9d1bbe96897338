using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the values that a local or a parameter may have at one use of it.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="values">Reads the elements of what a loop runs through, or an assignment takes apart.</param>
/// <param name="read">Reads an expression that is assigned.</param>
/// <param name="unknown">The unknown value.</param>
internal sealed class VariableValues<T>(ValueReader values, Func<IOperation, ImmutableArray<T>> read, T unknown)
{
    /// <summary>The values after <c>+=</c>, if the type has it.</summary>
    public Func<ImmutableArray<T>, ImmutableArray<T>, ImmutableArray<T>>? Append { get; init; }

    /// <summary>The values after a property of the variable is assigned.</summary>
    public Func<ImmutableArray<T>, IPropertyReferenceOperation, IOperation, ImmutableArray<T>>? Change { get; init; }

    /// <summary>The values after a method of the variable is called; nothing for one that leaves them alone.</summary>
    public Func<ImmutableArray<T>, IInvocationOperation, bool, ImmutableArray<T>?>? Call { get; init; }

    /// <summary>The values at a use; never none.</summary>
    /// <param name="use">The reference to the variable.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="initial">The value of a parameter at the beginning.</param>
    public ImmutableArray<T> At(IOperation use, ISymbol variable, params ImmutableArray<T> initial)
    {
        if (Call is null && variable is ILocalSymbol local && VariableScope.OnlyValue(use, local) is { } value)
        {
            return read(value);
        }

        var found = new VariableFlow<T>(use, variable, (operation, before, isInLoop) => Assigned(operation, variable, before, isInLoop)).AtUse(initial);
        return found.IsEmpty ? [unknown] : found;
    }

    private ImmutableArray<T>? Assigned(IOperation operation, ISymbol variable, ImmutableArray<T> before, bool isInLoop)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when Is(declarator.Symbol, variable):
                return declarator.GetVariableInitializer() is { } initializer ? read(initializer.Value)
                    : declarator.Parent is IForEachLoopOperation loop ? AnyOf(values.Collections.ElementsOf(loop.Collection))
                    : [];
            case ISimpleAssignmentOperation { Target: var target, Value: var value } when IsReference(target, variable):
                return read(value);
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } property, Value: var value }
                when Change is not null && IsReference(instance, variable):
                return Change(before, property, value);
            case ICompoundAssignmentOperation { Target: var target } sum when IsReference(target, variable):
                return Append is null || sum.OperatorKind != BinaryOperatorKind.Add ? [unknown]
                    : Append(before, isInLoop ? [unknown] : read(sum.Value));
            case ICoalesceAssignmentOperation { Target: var target, Value: var value } when IsReference(target, variable):
                return before.AddRange(read(value));
            case IInvocationOperation { Instance: { } instance } call when Call is not null && IsReference(RootOf(instance), variable):
                return Call(before, call, isInLoop);
            case IDeconstructionAssignmentOperation { Target: var targets, Value: var taken } when Mentions(targets, variable):
                return Apart(targets, taken, variable);
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when Mentions(argument.Value, variable):
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } when Is(declared, variable):
            case IRecursivePatternOperation { DeclaredSymbol: { } named } when Is(named, variable):
                return [unknown];
            default:
                return null;
        }
    }

    private ImmutableArray<T> AnyOf(ImmutableArray<IOperation> operations) => operations.IsEmpty ? [unknown] : [.. operations.SelectMany(operation => read(operation)).Distinct()];

    private ImmutableArray<T> Apart(IOperation targets, IOperation taken, ISymbol variable)
    {
        if ((targets is IDeclarationExpressionOperation declaration ? declaration.Expression : targets) is ITupleOperation { Elements: var parts })
        {
            for (var position = 0; position < parts.Length; position++)
            {
                if (IsReference(parts[position] is IDeclarationExpressionOperation { Expression: var one } ? one : parts[position], variable))
                {
                    return AnyOf(values.Collections.ItemsOf(taken, position));
                }
            }
        }

        return [unknown];
    }

    // A chain of calls that return their own object works on the object at its beginning.
    private static IOperation RootOf(IOperation instance)
    {
        while (instance is IInvocationOperation { Instance: { } inner, TargetMethod: var method } && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType))
        {
            instance = inner;
        }

        return instance;
    }

    private static bool Mentions(IOperation operation, ISymbol variable) =>
        IsReference(operation, variable) || operation.ChildOperations.Any(child => Mentions(child, variable));

    private static bool IsReference(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => Is(local.Local, variable),
        IParameterReferenceOperation parameter => Is(parameter.Parameter, variable),
        _ => false,
    };

    private static bool Is(ISymbol symbol, ISymbol variable) => SymbolEqualityComparer.Default.Equals(symbol, variable);
}
