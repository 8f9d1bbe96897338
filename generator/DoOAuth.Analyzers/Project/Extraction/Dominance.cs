using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>
/// Whether one operation of a method always runs when another one does: all branches, loops, lambdas and exits before it are
/// also before the other one.
/// </summary>
internal static class Dominance
{
    /// <summary>Whether the operation runs whenever the other one does.</summary>
    public static bool RunsWith(IOperation operation, IOperation other)
    {
        var shared = new HashSet<TextSpan>(Conditions(other));
        return Conditions(operation).All(shared.Contains);
    }

    /// <summary>Whether the operation runs whenever the enclosing lambda, local function or method does.</summary>
    public static bool AlwaysRunsIn(IOperation? function, IOperation operation)
    {
        foreach (var condition in Conditions(operation))
        {
            if (function is not null && condition == function.Syntax.Span)
            {
                return true;
            }

            return false;
        }

        return function is null;
    }

    // From the innermost outwards.
    private static IEnumerable<TextSpan> Conditions(IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (IsConditional(child, parent))
            {
                yield return child.Syntax.Span;
            }

            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                yield return parent.Syntax.Span;
            }
            else if (parent is IBlockOperation block)
            {
                foreach (var earlier in block.Operations)
                {
                    if (earlier == child)
                    {
                        break;
                    }

                    if (MayLeave(earlier))
                    {
                        yield return earlier.Syntax.Span;
                    }
                }
            }
        }
    }

    private static bool IsConditional(IOperation child, IOperation parent) => parent switch
    {
        IConditionalOperation conditional => child != conditional.Condition,
        IForEachLoopOperation loop => child == loop.Body && ValueReader.OfFile().Collections.ElementsOf(loop.Collection).IsEmpty,
        ILoopOperation loop => child == loop.Body,
        ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => child == binary.RightOperand,
        ICoalesceOperation coalesce => child == coalesce.WhenNull,
        IConditionalAccessOperation access => child == access.WhenNotNull,
        _ => false,
    };

    private static bool MayLeave(IOperation statement) => statement switch
    {
        IReturnOperation => true,
        IConditionalOperation conditional => MayLeave(conditional.WhenTrue) || (conditional.WhenFalse is { } otherwise && MayLeave(otherwise)),
        IBlockOperation block => block.Operations.Any(MayLeave),
        ILoopOperation loop => MayLeave(loop.Body),
        ISwitchOperation choice => choice.Cases.Any(section => section.Body.Any(MayLeave)),
        ITryOperation attempt => MayLeave(attempt.Body),
        _ => false,
    };
}
