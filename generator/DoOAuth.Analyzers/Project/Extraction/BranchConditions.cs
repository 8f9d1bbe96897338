using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Determines what the branches of a control flow graph say. Their conditions are parts of what is written, and are read as they are written.</summary>
internal static class BranchConditions
{
    /// <summary>What is known behind a branch.</summary>
    /// <param name="condition">The condition, as the graph has it.</param>
    /// <param name="value">Its value.</param>
    /// <param name="model">Gives the meaning of what is written.</param>
    public static ImmutableArray<PathCondition> Implied(IOperation condition, bool value, SemanticModel model) => condition switch
    {
        _ when IsOfLoop(condition) => [],
        // As in "user?.HasScope(scope) ?? false".
        IInvocationOperation { IsImplicit: true, TargetMethod.Name: "GetValueOrDefault", Instance: { } nullable } => ConditionReader.Implied(Written(nullable, model), value),
        IIsNullOperation { Operand: var operand } => value ? ConditionReader.ImpliedByNull(Written(operand, model)) : [],
        IIsPatternOperation pattern when Written(pattern, model) is not IIsPatternOperation =>
            Written(pattern.Value, model) is { } tested && Written(pattern.Pattern, model) is IPatternOperation written ? ConditionReader.Implied(tested, written, value) : [],
        IBinaryOperation { IsImplicit: true, OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var tested, RightOperand: var constant } when Branches.Unconverted(constant).ConstantValue is { HasValue: true, Value: bool expected } =>
            ConditionReader.Implied(Written(tested, model), expected == value),
        _ => ConditionReader.Implied(Written(condition, model), value),
    };

    /// <summary>The collection of a <c>foreach</c> whose next element a condition asks for; null for another condition.</summary>
    public static IOperation? CollectionOf(IOperation condition, SemanticModel model) => IsOfLoop(condition) ? model.GetOperation(condition.Syntax) : null;

    private static bool IsOfLoop(IOperation condition) =>
        condition.IsImplicit && condition.Syntax is ExpressionSyntax { Parent: CommonForEachStatementSyntax loop } collection && loop.Expression == collection && condition is IInvocationOperation or IAwaitOperation;

    private static IOperation? Written(IOperation operation, SemanticModel model) => model.GetOperation(operation.Syntax);
}
