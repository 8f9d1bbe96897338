using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Flow;

/// <summary>Tells which operations give a variable a value, or change the object in it. A new kind of assignment belongs here, and all readers get it.</summary>
internal static class VariableChanges
{
    /// <summary>Whether an operation may change a variable.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="variable">The local or the parameter.</param>
    /// <param name="byCalls">Whether calls of the object's methods count, as for a <c>StringBuilder</c>, and those of the project's methods with the object.</param>
    public static bool IsChange(IOperation operation, ISymbol variable, bool byCalls) => operation switch
    {
        IVariableDeclaratorOperation declarator => Is(declarator.Symbol, variable) && (declarator.GetVariableInitializer() is not null || declarator.Parent is IForEachLoopOperation),
        ISimpleAssignmentOperation or ICompoundAssignmentOperation or ICoalesceAssignmentOperation => IsOnVariable(((IAssignmentOperation)operation).Target, variable),
        IInvocationOperation { Instance: { } instance } => byCalls && IsReference(RootOf(instance), variable),
        IArgumentOperation { Parameter.RefKind: RefKind.None, Value: var given, Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } } =>
            byCalls && IsReference(given is IConversionOperation { Operand: var converted } ? converted : given, variable),
        IDeconstructionAssignmentOperation { Target: var targets } => Mentions(targets, variable),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => Mentions(argument.Value, variable),
        IDeclarationExpressionOperation { Parent: IForEachLoopOperation } declared => Mentions(declared, variable),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } => Is(declared, variable),
        IRecursivePatternOperation { DeclaredSymbol: { } declared } => Is(declared, variable),
        IListPatternOperation { DeclaredSymbol: { } declared } => Is(declared, variable),
        IIncrementOrDecrementOperation { Target: var target } => IsOnVariable(target, variable),
        _ => false,
    };

    /// <summary>The object at the beginning of a chain of calls that return their own object.</summary>
    public static IOperation RootOf(IOperation instance)
    {
        while (instance is IInvocationOperation { Instance: { } inner, TargetMethod: var method } && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType))
        {
            instance = inner;
        }

        return instance;
    }

    /// <summary>Whether an operation contains a reference to the variable.</summary>
    public static bool Mentions(IOperation operation, ISymbol variable) =>
        IsReference(operation, variable) || operation.ChildOperations.Any(child => Mentions(child, variable));

    /// <summary>Whether an operation is a reference to the variable.</summary>
    public static bool IsReference(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => Is(local.Local, variable),
        IParameterReferenceOperation parameter => Is(parameter.Parameter, variable),
        _ => false,
    };

    /// <summary>Whether a symbol is the variable.</summary>
    public static bool Is(ISymbol symbol, ISymbol variable) => SymbolEqualityComparer.Default.Equals(symbol, variable);

    private static bool IsOnVariable(IOperation target, ISymbol variable) =>
        IsReference(target, variable) || (target is IPropertyReferenceOperation { Instance: { } instance } && IsReference(instance, variable));
}
