using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
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

    private readonly List<(int Start, bool IsLabel, ImmutableArray<PathCondition> Conditions)> _tellers = [];

    private StatementConditions(ImmutableArray<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            var conditions = ToldBy(statement);
            if (statement is ILabeledOperation || !conditions.IsEmpty)
            {
                _tellers.Add((statement.Syntax.SpanStart, statement is ILabeledOperation, conditions));
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
        IBlockOperation block => block.Operations.Any(Leaves),
        IConditionalOperation conditional => Leaves(conditional.WhenTrue) && Leaves(conditional.WhenFalse),
        IUsingOperation block => Leaves(block.Body),
        ILockOperation block => Leaves(block.Body),
        _ => false,
    };

    // A label lets others in.
    private ImmutableArray<PathCondition> Before(int position, bool isLabel)
    {
        var conditions = ImmutableArray<PathCondition>.Empty;
        foreach (var teller in _tellers)
        {
            if (teller.Start >= position)
            {
                break;
            }

            conditions = teller.IsLabel ? teller.Conditions : conditions.AddRange(teller.Conditions);
        }

        return isLabel ? [] : conditions;
    }

    // An "if" that leaves says that its condition was not met.
    private static ImmutableArray<PathCondition> ToldBy(IOperation statement) => statement switch
    {
        IConditionalOperation conditional when Leaves(conditional.WhenTrue) || FilterExits.Refuses(conditional.WhenTrue) => ConditionReader.Implied(conditional.Condition, value: false),
        IConditionalOperation conditional when Leaves(conditional.WhenFalse) || FilterExits.Refuses(conditional.WhenFalse) => ConditionReader.Implied(conditional.Condition, value: true),
        IExpressionStatementOperation { Operation: IAwaitOperation or IInvocationOperation } told when AwaitedCall.Of(told.Operation) is { } call => ToldBy(call),
        _ => FilterExits.ToldBy(statement),
    };

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
            ? [PathCondition.After(declaration.GetSyntax()) with { Arguments = ConditionReader.ConstantsIn(call) }]
            : [];
}
