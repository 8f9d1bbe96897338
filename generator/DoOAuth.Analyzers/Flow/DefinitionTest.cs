using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Flow;

/// <summary>
/// Leaves out the definitions for which a branch is not taken, as those that are null behind <c>path is not null</c>, or another text behind
/// <c>path == "/v2/account"</c>. Only constants are compared.
/// </summary>
internal static class DefinitionTest
{
    /// <summary>The definitions for which a condition may have a value.</summary>
    /// <param name="some">The definitions.</param>
    /// <param name="condition">The condition, as the graph has it.</param>
    /// <param name="value">Its value.</param>
    /// <param name="variable">The variable.</param>
    public static ImmutableArray<Definition> Passing(ImmutableArray<Definition> some, IOperation condition, bool value, ISymbol variable) =>
        TestOf(condition, variable) is { } test ? some.RemoveAll(one => IsConstant(ValueOf(one.Operation), out var constant) && test(constant) != value) : some;

    private static Func<object?, bool>? TestOf(IOperation condition, ISymbol variable) => condition switch
    {
        IIsNullOperation { Operand: var operand } when IsVariable(operand, variable) => constant => constant is null,
        IIsPatternOperation { Value: var tested, Pattern: var pattern } when IsVariable(tested, variable) => TestOf(pattern),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary when Compared(binary, variable) is { } other && IsConstant(other, out var expected) =>
            constant => Equals(constant, expected) == (binary.OperatorKind == BinaryOperatorKind.Equals),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.SpecialType: SpecialType.System_String }, Arguments: [{ Value: var tested }] } when IsVariable(tested, variable) => name switch
        {
            "IsNullOrEmpty" => constant => string.IsNullOrEmpty(constant as string),
            "IsNullOrWhiteSpace" => constant => string.IsNullOrWhiteSpace(constant as string),
            _ => null,
        },
        _ => null,
    };

    private static Func<object?, bool>? TestOf(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation { Pattern: var negated } => TestOf(negated) is { } test ? constant => !test(constant) : null,
        IConstantPatternOperation { Value: var value } when IsConstant(value, out var expected) => constant => Equals(constant, expected),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } => constant => constant is not null,
        _ => null,
    };

    private static IOperation? Compared(IBinaryOperation binary, ISymbol variable) =>
        IsVariable(binary.LeftOperand, variable) ? binary.RightOperand : IsVariable(binary.RightOperand, variable) ? binary.LeftOperand : null;

    private static bool IsVariable(IOperation operation, ISymbol variable) => Unconverted(operation) switch
    {
        // The variable was read before, for this condition.
        IFlowCaptureReferenceOperation { Syntax: IdentifierNameSyntax { Identifier.ValueText: var name } } => name == variable.Name,
        var other => VariableChanges.IsReference(other, variable),
    };

    private static IOperation? ValueOf(IOperation? definition) => definition switch
    {
        IVariableDeclaratorOperation declarator => declarator.GetVariableInitializer()?.Value,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment => assignment.Value,
        ICoalesceAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment => assignment.Value,
        _ => null,
    };

    private static bool IsConstant(IOperation? value, out object? constant)
    {
        var known = value is null ? default : Unconverted(value).ConstantValue;
        constant = known.HasValue ? known.Value : null;
        return known.HasValue;
    }

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, Operand: var operand })
        {
            operation = operand;
        }

        return operation;
    }
}
