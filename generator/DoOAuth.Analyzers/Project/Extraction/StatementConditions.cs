using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>
/// What the statements of a block tell the later ones about the user's scopes. Read once for a block: a program that maps a thousand endpoints asks for
/// each of them, and hardly any statement tells something.
/// </summary>
internal sealed class StatementConditions
{
    private static readonly string[] Demands = ["Require", "Demand", "Ensure", "Assert", "Check", "Verify", "Authorize", "Guard", "Validate", "Throw"];

    private static readonly ConditionalWeakTable<IOperation, StatementConditions> Known = new();

    // What is known after each of them, with what those before it told.
    private readonly List<(int Start, ImmutableArray<PathCondition> Known)> _tellers = [];

    private StatementConditions(ImmutableArray<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            var conditions = ToldBy(statement);
            if (statement is ILabeledOperation || !conditions.IsEmpty)
            {
                // A label lets others in.
                var before = statement is ILabeledOperation || _tellers.Count == 0 ? [] : _tellers[_tellers.Count - 1].Known;
                _tellers.Add((statement.Syntax.SpanStart, before.AddRange(conditions)));
            }
        }
    }

    /// <summary>What is known before a statement; null for the end of the block.</summary>
    /// <param name="block">The block or the section of a switch.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="statement">The statement.</param>
    public static ImmutableArray<PathCondition> Before(IOperation block, ImmutableArray<IOperation> statements, IOperation? statement) =>
        Known.GetValue(block, _ => new StatementConditions(statements)).Before(statement?.Syntax.SpanStart ?? int.MaxValue, statement is ILabeledOperation);

    /// <summary>Whether a statement never comes to its end.</summary>
    public static bool Leaves(IOperation? statement) => statement switch
    {
        IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: var called } } => NeverReturns(called),
        IBlockOperation block => block.Operations.Any(Leaves),
        IConditionalOperation conditional => Leaves(conditional.WhenTrue) && Leaves(conditional.WhenFalse),
        IUsingOperation block => Leaves(block.Body),
        ILockOperation block => Leaves(block.Body),
        _ => false,
    };

    private ImmutableArray<PathCondition> Before(int position, bool isLabel)
    {
        if (isLabel)
        {
            return [];
        }

        int first = 0, end = _tellers.Count;
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (_tellers[middle].Start < position)
            {
                first = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return first > 0 ? _tellers[first - 1].Known : [];
    }

    // An "if" that leaves says that its condition was not met.
    private static ImmutableArray<PathCondition> ToldBy(IOperation statement) => statement switch
    {
        IConditionalOperation conditional when Leaves(conditional.WhenTrue) || FilterExits.Refuses(conditional.WhenTrue) => ConditionReader.Implied(conditional.Condition, value: false),
        IConditionalOperation conditional when Leaves(conditional.WhenFalse) || FilterExits.Refuses(conditional.WhenFalse) => ConditionReader.Implied(conditional.Condition, value: true),
        IExpressionStatementOperation { Operation: IAwaitOperation or IInvocationOperation } told when AwaitedCall.Of(told.Operation) is { } call && ToldBy(call) is { IsEmpty: false } conditions => conditions,
        IForEachLoopOperation loop => GivenScopes.After(loop),
        _ when FilterExits.ToldBy(statement) is { IsEmpty: false } conditions => conditions,
        IExpressionStatementOperation or IVariableDeclarationGroupOperation => EvaluatedBefore(statement),
        _ => [],
    };

    /// <summary>What the parts of an expression tell that are evaluated before it, such as <c>user.HasScope(scope) ? client : throw …</c>.</summary>
    public static ImmutableArray<PathCondition> EvaluatedBefore(IOperation expression)
    {
        var conditions = ImmutableArray<PathCondition>.Empty;
        foreach (var part in expression.ChildOperations)
        {
            conditions = part switch
            {
                IConditionalOperation { WhenFalse: { } refused } choice when IsThrow(refused) => conditions.AddRange(ConditionReader.Implied(choice.Condition, value: true)),
                IConditionalOperation { WhenTrue: var refused } choice when IsThrow(refused) => conditions.AddRange(ConditionReader.Implied(choice.Condition, value: false)),
                IConditionalOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or IBinaryOperation or ICoalesceOperation or IConditionalAccessOperation or ISwitchExpressionOperation => conditions,
                _ => conditions.AddRange(EvaluatedBefore(part)),
            };
        }

        return conditions;
    }

    private static bool IsThrow(IOperation operation) => operation is IThrowOperation or IConversionOperation { Operand: IThrowOperation };

    private static bool NeverReturns(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "DoesNotReturnAttribute" })
        || (method.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } or MethodDeclarationSyntax { Body.Statements: [ThrowStatementSyntax] } => true,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } or LocalFunctionStatementSyntax { Body.Statements: [ThrowStatementSyntax] } => true,
            _ => false,
        });

    // Asked for each call of a method of the project, so nothing is made for it.
    private static bool IsDemand(string method)
    {
        foreach (var demand in Demands)
        {
            if (method.StartsWith(demand, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // A guard on an endpoint or a group, which runs nothing now.
    private static bool IsOnBuilder(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Type is { Name: var name } && (name.EndsWith("Builder", StringComparison.Ordinal) || name == "WebApplication");

    private static bool IsToldAboutScopes(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Type is { Name: "DigitalOceanUser" } || (argument.Value.ConstantValue.Value is string scope && scope.Contains(':')))
            {
                return true;
            }
        }

        return false;
    }

    // A method that is told the user or a scope may throw where the scope is missing, and so may one that says so. Others are not looked at: there are many.
    private static ImmutableArray<PathCondition> ToldBy(IInvocationOperation call) =>
        call.TargetMethod.DeclaringSyntaxReferences is [var declaration, ..]
        && (IsDemand(call.TargetMethod.Name) || IsToldAboutScopes(call))
        && !IsOnBuilder(call)
            ? [PathCondition.After(declaration.GetSyntax()) with { Arguments = ConditionReader.ConstantsIn(call) }]
            : [];
}
