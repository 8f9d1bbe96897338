using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the values that a local or a parameter may have at one use of it.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="read">Reads an expression that is assigned.</param>
/// <param name="unknown">The unknown value.</param>
internal sealed class VariableValues<T>(Func<IOperation, ImmutableArray<T>> read, T unknown)
{
    /// <summary>The values after <c>+=</c>, if the type has it.</summary>
    public Func<ImmutableArray<T>, ImmutableArray<T>, ImmutableArray<T>>? Append { get; init; }

    /// <summary>The values after a property of the variable is assigned.</summary>
    public Func<ImmutableArray<T>, IPropertyReferenceOperation, IOperation, ImmutableArray<T>>? Change { get; init; }

    /// <summary>The values at a use; never none.</summary>
    /// <param name="use">The reference to the variable.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="initial">The value of a parameter at the beginning.</param>
    public ImmutableArray<T> At(IOperation use, ISymbol variable, params ImmutableArray<T> initial)
    {
        if (variable is ILocalSymbol local && VariableScope.OnlyValue(use, local) is { } value)
        {
            return read(value);
        }

        var values = new VariableFlow<T>(use, variable, (operation, before, isInLoop) => Assigned(operation, variable, before, isInLoop)).AtUse(initial);
        return values.IsEmpty ? [unknown] : values;
    }

    private ImmutableArray<T>? Assigned(IOperation operation, ISymbol variable, ImmutableArray<T> before, bool isInLoop)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when Is(declarator.Symbol, variable):
                return declarator.GetVariableInitializer() is { } initializer ? read(initializer.Value)
                    : declarator.Parent is IForEachLoopOperation loop ? ElementsOf(loop.Collection)
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
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when Mentions(argument.Value, variable):
            case IDeconstructionAssignmentOperation { Target: var targets } when Mentions(targets, variable):
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } when Is(declared, variable):
            case IRecursivePatternOperation { DeclaredSymbol: { } named } when Is(named, variable):
                return [unknown];
            default:
                return null;
        }
    }

    private ImmutableArray<T> ElementsOf(IOperation collection)
    {
        ImmutableArray<IOperation> elements = Branches.Unconverted(collection) switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var values } => values,
            ICollectionExpressionOperation { Elements: var values } => values,
            _ => [],
        };
        return elements.IsEmpty || elements.Any(element => element is ISpreadOperation) ? [unknown] : [.. elements.SelectMany(element => read(element))];
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
