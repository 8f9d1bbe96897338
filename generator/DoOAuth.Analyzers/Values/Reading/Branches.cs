using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Splits expressions that choose among several others.</summary>
internal static class Branches
{
    /// <summary>The expressions that the value can come from: the arms of a conditional or a switch, both sides of <c>??</c>, or the expression itself.</summary>
    public static IEnumerable<IOperation> Of(IOperation value)
    {
        value = Unconverted(value);
        return value.ConstantValue.HasValue ? [value] : value switch
        {
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => Of(conditional.WhenTrue).Concat(Of(whenFalse)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Of(arm.Value)).Where(arm => arm is not IThrowOperation),
            ICoalesceOperation coalesce => Of(coalesce.Value).Concat(Of(coalesce.WhenNull)).Where(arm => arm is not IThrowOperation),
            ICoalesceAssignmentOperation assignment => Of(assignment.Target).Concat(Of(assignment.Value)),
            ISimpleAssignmentOperation assignment => Of(assignment.Value),
            _ => [value],
        };
    }

    /// <summary>Whether the expression chooses among no others.</summary>
    public static bool IsOne(IOperation value) => value.ConstantValue.HasValue
        || value is not (IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation or ICoalesceAssignmentOperation or ISimpleAssignmentOperation);

    /// <summary>The expression as it is written, below the conversions that are not.</summary>
    public static IOperation Written(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The expression below conversions, parentheses, awaits and tasks. A conversion of the project's own is a call.</summary>
    public static IOperation Unconverted(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null or { DeclaringSyntaxReferences.IsEmpty: true } } conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    value = awaited.Operation;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "GetResult", DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } task }:
                    value = task;
                    break;
                case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" }, Instance: { } task }:
                    value = task;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: [{ Value: var result }] }:
                    value = result;
                    break;
                case IObjectCreationOperation { Type: INamedTypeSymbol { Name: "ValueTask", TypeArguments: [var type] }, Arguments: [{ Value: { Type: { } given } result }] } when SymbolEqualityComparer.Default.Equals(type, given):
                    value = result;
                    break;
                default:
                    return value;
            }
        }
    }
}
